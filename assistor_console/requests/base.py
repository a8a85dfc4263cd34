"""What can be asked of the desk: the contract that consoles, server and handlers share."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_bytes
from typing import Annotated, Any, ClassVar, Generic, Protocol, Self, TypeVar, cast
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict, Field

from ..domain.policy import Policy
from ..domain.terms import Role, Topic


class Reply(BaseModel):
    """A frozen answer; an older console ignores what it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    def about(self) -> UUID | None:
        """Whom or what the act was about, for the trail, where the request could not name it yet."""
        return None


class Part(Reply):
    """A part of a request: its texts are no longer than a request's own, and are text."""

    model_config = ConfigDict(str_max_length=4000)


Secret = Annotated[str, Field(repr=False, max_length=256)]
Told = Callable[[float], None]
"""Told how far something long is (0.0–1.0); raises Cancelled where nobody waits for it any more."""
R = TypeVar("R", bound=Reply, covariant=True)
W = TypeVar("W")
Roles = frozenset[Role]

ANYONE: Roles = frozenset()
ASSISTORS: Roles = frozenset({Role.ASSISTOR})
SUPERVISORS: Roles = frozenset({Role.SUPERVISOR})
TAC_STAFF: Roles = frozenset({Role.TAC})
STAFF: Roles = frozenset({Role.ASSISTOR, Role.SUPERVISOR, Role.TAC})
OPERATORS: Roles = frozenset({Role.OPERATOR})


def untold(part: float) -> None:
    """The progress of which nobody wants to be told."""


class Request(BaseModel, Generic[R]):
    """One act. `allow` names the roles that may send it, `touches` what live pages must look at again.

    `long` says that it may take longer than a second and tells its progress; `kept` that a console keeps it
    while the desk is away and sends it when the desk is back; `beside` that it is sent on the database's
    machine only, never over the wire. `unready` may be sent by who must still choose a password or enrol a
    second factor, `locked` while the screen is locked (a kept request always, though its reply tells nothing
    then: AlreadyDone). `opens` says that it opens
    somebody's tax record: how many of those a person opens is counted and limited. A request that policy
    asks a reason for has it in a field `why`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_max_length=4000)
    allow: ClassVar[Roles]
    touches: ClassVar[frozenset[Topic]]
    long: ClassVar[bool]
    kept: ClassVar[bool]
    beside: ClassVar[bool]
    unready: ClassVar[bool]
    locked: ClassVar[bool]
    opens: ClassVar[bool]

    def __init_subclass__(
        cls,
        *,
        allow: Roles | None = None,
        touches: frozenset[Topic] = frozenset(),
        long: bool = False,
        kept: bool = False,
        beside: bool = False,
        unready: bool = False,
        locked: bool = False,
        opens: bool = False,
        **more: Any,
    ) -> None:
        super().__init_subclass__(**more)
        cls.touches, cls.long, cls.kept, cls.beside = touches, long, kept, beside
        cls.unready, cls.locked, cls.opens = unready, locked, opens
        if allow is not None:
            cls.allow = allow

    @classmethod
    def handler(cls, function: Callable[[Self, W], R]) -> Callable[[Self, W], R]:
        """Marks the one function that does this act; the type checker holds its shape."""
        setattr(function, "__request__", cls)  # noqa: B010 - a function has no such attribute
        return function

    @classmethod
    def act(cls) -> str:
        """The name in snake case, as offers, trail and texts know it."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def replaces(self) -> str:
        """What it is about, where a later request about the same makes a waiting one needless; else ""."""
        return ""

    @classmethod
    def reply(cls) -> type[R]:
        """The class of what comes back."""
        for base in cls.__mro__:
            meta = getattr(base, "__pydantic_generic_metadata__", None)
            if meta and meta["args"]:
                return cast(type[R], meta["args"][0])
        raise TypeError(cls)


class Query(Request[R]):
    """Reads; may be sent again freely; never remembered.

    `silent` says that it tells nothing anybody must account for, and leaves no audit row at a served desk,
    where strangers may ask it.
    """

    silent: ClassVar[bool] = False

    def __init_subclass__(cls, *, silent: bool = False, **more: Any) -> None:
        super().__init_subclass__(**more)
        cls.silent = silent


class Command(Request[R]):
    """Changes something, in one transaction, once per envelope id."""


class Trial(Command[R]):
    """A command that tests a secret: an attempt is spent and committed before it is looked at.

    `limit` names the policy that counts; `once` makes all requests about one interview share one attempt;
    `by_person` counts for whoever sends it, `by_taxpayer` for whose case it is, whatever becomes of the case;
    `costly` says that a password is hashed, which keeps a core busy.
    """

    limit: ClassVar[str]
    once: ClassVar[bool] = False
    by_person: ClassVar[bool] = False
    by_taxpayer: ClassVar[bool] = False
    costly: ClassVar[bool] = False

    def __init_subclass__(
        cls,
        *,
        limit: str | None = None,
        once: bool = False,
        by_person: bool = False,
        by_taxpayer: bool = False,
        costly: bool = False,
        **more: Any,
    ) -> None:
        super().__init_subclass__(**more)
        if limit is not None:
            cls.limit, cls.once, cls.costly = limit, once, costly
            cls.by_person, cls.by_taxpayer = by_person, by_taxpayer

    def subject(self) -> str | None:
        """Whose attempts are counted; None counts the case, or the call while there is no case."""
        return None

    def check(self, policy: Policy) -> None:
        """Raises Refused for what can be no secret at all, before an attempt is spent on it."""


class Done(Reply):
    """It was done; there is nothing more to say."""


class Document(Reply):
    """A file for the person at the console: its name and media type, and its bytes."""

    name: str
    media_type: str
    content: bytes = Field(repr=False)

    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_bytes="base64", val_json_bytes="base64")


@dataclass(frozen=True, slots=True)
class Envelope:
    """Made once by the console and kept over every retry; `key` never rests at the desk."""

    token: str = field(default="", repr=False)
    id: UUID = field(default_factory=uuid4)
    key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
    console: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """How a console stands to its desk: whether it is here, how many requests wait for it on this machine,
    and how many of those that had waited were refused in the end."""

    here: bool = True
    kept: int = 0
    refused: int = 0


class Desk(Protocol):
    """Where requests go, whether in this process or far away."""

    token: str

    def send(self, request: Request[R], envelope: Envelope | None = None, progress: Told = untold) -> R:
        """The reply; raises Refused, AlreadyDone, Trouble, or the Cancelled that `progress` raised.

        The same envelope again is the same act.
        """
        ...

    def watch(self, *topics: Topic) -> Iterator[Topic]:
        """Topics that somebody has just touched, never data, until the desk is closed; after a break all of
        them. Raises Refused for a topic that this session may not watch, and when the session has ended."""
        ...

    def close(self) -> None:
        """Ends what the desk holds open."""
        ...


class Refusable(Reply):
    """One thing that may be offered, or the rule that refuses it and when that clears (UTC)."""

    act: str
    rule: str | None = None
    values: dict[str, str | int] = Field(default_factory=dict)
    clears_at: datetime | None = None
