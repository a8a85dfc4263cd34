"""The words for keys: what one is for, how it stands, and where the one is kept that wraps all others."""

from enum import StrEnum


class KeyPurpose(StrEnum):
    """What a key is for: sealing values, making indexes and digests, signing the trail's seals."""

    DATA = "data"
    INDEX = "index"
    SIGN = "sign"


class KeyState(StrEnum):
    """CURRENT is in use. LEAVING is a data key that a rotation has not removed yet: it opens what it
    sealed."""

    CURRENT = "current"
    LEAVING = "leaving"


class KeyPlace(StrEnum):
    """Where the wrapping key is kept, apart from the database."""

    FILE = "file"
    ENVIRONMENT = "environment"
    KEYRING = "keyring"
