"""Where a ZIP lies, from the `zipcodes` package; its data is read at the first question (0.4 s, 30 MB)."""

from functools import lru_cache

from ..domain.places import Point, five

NOWHERE = (0.0, 0.0)  # what the package holds for military ZIPs


@lru_cache(maxsize=4096)
def place(zip_code: str) -> Point | None:
    """The centroid (latitude, longitude) of a ZIP, None where it is unknown, malformed or military."""
    import zipcodes

    known = five(zip_code)
    rows = zipcodes.matching(known) if known else []  # type: ignore[no-untyped-call]
    point = (float(rows[0]["lat"]), float(rows[0]["long"])) if rows else NOWHERE
    return None if point == NOWHERE else point
