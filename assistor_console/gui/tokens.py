"""The colour tokens of `resources/style/tokens.toml`."""

import tomllib
from functools import cache

from ..assets import resource


@cache
def tokens() -> dict[str, dict[str, str]]:
    """Colours ("#rrggbb") by scheme and token name; read once."""
    return tomllib.loads(resource("style", "tokens.toml").read_text("utf-8"))
