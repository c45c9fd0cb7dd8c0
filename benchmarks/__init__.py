"""How fast it is, as ratios against a named limit measured in the same run."""
