"""Published versions: dated files of rules and numbers, checked and turned into domain values."""
