"""What every part stands on; knows nothing of films."""
