"""The words of the trade as typed data: a leaf that story, film, providers and modules share."""
