"""Beside the tables of interviews: what was shown to whom, and what was noticed while it was asked.

A row of `shown` is one item of one kind of paper that a console has shown about a taxpayer, on whatever call.
`signals` are for review and are never scored.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, SmallInteger, String, Table, Uuid

from .tables import meta

shown = Table(
    "shown",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("tin_index", LargeBinary, nullable=False, index=True),
    Column("item", String(40), nullable=False),
    Column("form", String(10), nullable=False),
    Column("year", SmallInteger, nullable=False),
    Column("interview_id", Uuid, ForeignKey("interviews.id"), nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
)

signals = Table(
    "signals",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("interview_id", Uuid, ForeignKey("interviews.id"), nullable=False, index=True),
    Column("number", SmallInteger, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", BigInteger, nullable=False),
)
