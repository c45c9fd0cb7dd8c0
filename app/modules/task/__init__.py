"""Tasks: the rows of queued work, which the pipeline claims and runs."""
