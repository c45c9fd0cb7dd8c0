"""The reader of English prose over a dependency parse: cast, coreference, speakers, places and beats."""
