"""The tables of appointments: a row of `seats` is one window of one office at one time, held or booked.

Its primary key is what makes overbooking impossible, whatever comes in whatever order.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Uuid,
    text,
)

from .tables import meta

appointments = Table(
    "appointments",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("office", String(40), nullable=False),
    Column("starts", BigInteger, nullable=False),
    Column("seat", SmallInteger, nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("state", String(16), nullable=False),
    Column("booked_at", BigInteger, nullable=False),
    Column("booked_by", Uuid, ForeignKey("people.id"), nullable=False),
    # Erased when the visit is recorded; only the index stays, to know the caller by.
    Column("code", LargeBinary),
    Column("code_index", LargeBinary),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "case_id", "booked_at"),
    Index(None, "office", "starts"),
    Index(
        "uq_appointments_case_id_live",
        "case_id",
        unique=True,
        sqlite_where=text("state = 'booked'"),
        postgresql_where=text("state = 'booked'"),
    ),
)

seats = Table(
    "seats",
    meta,
    Column("office", String(40), nullable=False),
    Column("starts", BigInteger, nullable=False),
    Column("seat", SmallInteger, nullable=False),
    Column("call_id", Uuid, ForeignKey("calls.id"), nullable=False, index=True),
    # A hold ends then; a booking has none.
    Column("until", BigInteger),
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), unique=True),
    PrimaryKeyConstraint("office", "starts", "seat"),
)
