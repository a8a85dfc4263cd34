"""Filled desks, and a keyring of the tests' own."""

from tests.keys.filled import filled_url as filled_url
from tests.keys.filled import url as url
