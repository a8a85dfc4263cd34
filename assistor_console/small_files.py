"""Small text files that anybody may have put in their place."""

from pathlib import Path


def read_small(path: Path, most: int) -> str:
    """The text of a file of at most so many bytes, in UTF-8.

    Raises OSError, or ValueError for a longer file (of which no more is read) and for what is not UTF-8.
    """
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ValueError(f"longer than {most} bytes")
    return content.decode()
