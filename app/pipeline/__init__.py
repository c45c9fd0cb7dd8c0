"""How a project becomes a film: which work there is, who does it, and what it survives."""
