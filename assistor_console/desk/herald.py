"""Tells a server's board what any server, and any command beside the database, has done.

Once a second it reads which acts committed transactions have put on the trail, and posts the topics those
requests touch. So a page hears of an act within about a second, wherever it was done; the pipelines of a
served desk post nothing themselves. (A NOTIFY in every commit would cost more than half of all commits.)
"""

from collections.abc import Iterable, Mapping

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ..domain.terms import Topic
from ..requests.base import Reply, Request
from ..store.database import Database
from .topics import Board

SECONDS = 1.0
"""Between two looks."""


def touches(kinds: Iterable[type[Request[Reply]]]) -> dict[str, frozenset[Topic]]:
    """The topics that requests touch, by act."""
    return {kind.act(): kind.touches for kind in kinds if kind.touches}


class Herald:
    """Reads the trail from where it last was; begins at the moment it is made."""

    def __init__(self, database: Database, board: Board, touches: Mapping[str, frozenset[Topic]]) -> None:
        self._database = database
        self._board = board
        self._touches = touches
        self._away = False
        with database.read() as store:
            self._horizon = store.settled.horizon()

    def look(self) -> None:
        """Posts each topic touched since the last look, once; every topic after the database was away.

        Raises DBAPIError or sqlalchemy's TimeoutError while it is away; nothing is lost by that.
        """
        try:
            with self._database.read() as store:
                news = store.settled.since(self._horizon)
        except (DBAPIError, PoolTimeout):
            self._away = True
            raise
        # Transactions count upwards for ever; where they do not, another copy of the database is in use now.
        anew = self._away or news.horizon < self._horizon
        self._horizon, self._away = news.horizon, False
        self._board.post(sorted(Topic if anew else self._touched(news.acts)))

    def _touched(self, acts: Iterable[str]) -> set[Topic]:
        return {topic for act in acts for topic in self._touches.get(act, ())}
