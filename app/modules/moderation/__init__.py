"""What was checked, what was found in it, and which verdicts an admin has overridden."""
