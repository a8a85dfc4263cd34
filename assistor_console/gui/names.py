"""Names as people write them."""


def name_words(name: str) -> str:
    """A name, masked or not; records hold it in capitals."""
    return name.title() if name.isupper() else name
