"""Who may see what, and what is reported."""
