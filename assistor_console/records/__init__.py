"""Tax records in: loaders of public file formats, and synthetic people."""
