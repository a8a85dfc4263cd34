"""What a pointer that rests on something is told."""

from html import escape

from PySide6.QtGui import Qt


def literal(words: str) -> str:
    """The same words, for a tool tip that shows them as they are: Qt draws what looks like HTML as HTML."""
    if not Qt.mightBeRichText(words):
        return words
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'
