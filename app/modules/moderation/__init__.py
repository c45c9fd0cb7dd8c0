"""What was judged, what was found in it, and what an admin decided otherwise."""
