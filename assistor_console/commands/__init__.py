"""One module a command: what `assistor-console` does."""
