"""What live pages may watch: topics, never data."""

from collections.abc import Iterable

from ..domain.errors import refused
from ..domain.terms import Role, Topic
from .base import STAFF, SUPERVISORS, TAC_STAFF, Roles

WATCHERS: dict[Topic, Roles] = {
    Topic.QUEUE: SUPERVISORS,
    Topic.FLOOR: SUPERVISORS,
    Topic.LETTERS: SUPERVISORS,
    Topic.APPOINTMENTS: TAC_STAFF | SUPERVISORS,
    Topic.STAFF: SUPERVISORS,
    Topic.RECORDS: STAFF,
    Topic.ALERTS: SUPERVISORS,
}
"""Which roles may watch a topic; everybody one, for a console knows by its stream that the desk is here."""


def watchable(role: Role) -> tuple[Topic, ...]:
    """Every topic a role may watch."""
    return tuple(topic for topic, roles in WATCHERS.items() if role in roles)


def may_watch(role: Role | None, topics: Iterable[Topic]) -> None:
    """Raises Refused: authority.signed_out for nobody, authority.role for a topic of other roles."""
    if role is None:
        raise refused("authority.signed_out")
    if any(role not in WATCHERS[topic] for topic in topics):
        raise refused("authority.role", role=str(role))
