"""Values as they rest: instants as microseconds UTC, sealed records as compact JSON."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def us(moment: datetime) -> int:
    """Microseconds since 1970 of an aware datetime."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(value: int) -> datetime:
    """The aware UTC datetime of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=value)


def maybe_us(value: datetime | None) -> int | None:
    """As `us`, None for None."""
    return None if value is None else us(value)


def maybe_moment(value: int | None) -> datetime | None:
    """As `moment`, None for None."""
    return None if value is None else moment(value)


def pack(values: dict[str, Any]) -> bytes:
    """A sealed record's content as bytes."""
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False).encode()


def unpack(data: bytes) -> dict[str, Any]:
    """The content of a sealed record."""
    return dict(json.loads(data))
