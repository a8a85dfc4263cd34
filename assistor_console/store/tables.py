"""The tables. Instants are microseconds since 1970 UTC; `sealed` columns hold one record of the vault."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    FetchedValue,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    Uuid,
    text,
)

meta = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

realm = Table(
    "realm",
    meta,
    Column("id", SmallInteger, primary_key=True),
    Column("realm", String(16), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("clock_offset", BigInteger, nullable=False),
    Column("key_check", LargeBinary, nullable=False),
    # The oldest schema whose programs still work with this one; see `store.schema`.
    Column("serves", String(32)),
)

counters = Table(
    "counters",
    meta,
    Column("name", String(40), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

publications = Table(
    "publications",
    meta,
    Column("kind", String(20), primary_key=True),
    Column("version", String(40), primary_key=True),
    Column("effective", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

people = Table(
    "people",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("staff_id", String(10), nullable=False, unique=True),
    Column("name", String(80), nullable=False),
    Column("role", String(16), nullable=False),
    Column("office", String(40)),
    # The hash of rows that are older than its place in `sealed`.
    Column("password", String(200), nullable=False),
    Column("last_step", BigInteger, nullable=False),
    Column("last_sign_in", BigInteger),
    Column("practice", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

sessions = Table(
    "sessions",
    meta,
    Column("token", LargeBinary, primary_key=True),
    Column("person", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    Column("opened", BigInteger, nullable=False),
    Column("ends", BigInteger, nullable=False),
    Column("console", String(80), nullable=False),
    Column("state", String(10)),
    # A keyed digest of token, person, role, end and state: a row that no desk has written opens nothing.
    Column("bound", LargeBinary),
)

attempts = Table(
    "attempts",
    meta,
    Column("ticket", Uuid, primary_key=True),
    Column("limit", String(20), nullable=False),
    Column("subject", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("bound", LargeBinary, nullable=False),
    Column("good", Boolean),
    Index(None, "subject", "at"),
)

remembered = Table(
    "remembered",
    meta,
    Column("request", Uuid, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
)

audit = Table(
    "audit",
    meta,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("request", Uuid, nullable=False),
    Column("act", String(40), nullable=False),
    Column("person", Uuid),
    Column("role", String(16)),
    Column("console", String(80), nullable=False),
    Column("call_id", Uuid),
    Column("case_id", Uuid),
    Column("outcome", String(60), nullable=False),
    Column("reason", String(40)),
    Column("about", Uuid),
    Column("salt", LargeBinary, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    # The transaction that wrote the row, by PostgreSQL's own number; SQLite has none.
    Column("tx", BigInteger, server_default=FetchedValue()),
    Index(
        "uq_audit_request_done",
        "request",
        unique=True,
        sqlite_where=text("outcome = 'done'"),
        postgresql_where=text("outcome = 'done'"),
    ),
    Index(
        "ix_audit_tx",
        "tx",
        sqlite_where=text("tx is not null"),
        postgresql_where=text("tx is not null"),
    ),
)

files = Table(
    "files",
    meta,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("name", String(255), nullable=False),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("format", String(40), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("records", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    # Until then whoever loads the file is left alone; None for one that was begun without a lease.
    Column("lease_ends", BigInteger),
)

records = Table(
    "records",
    meta,
    # On SQLite only "integer" is the row's own number; any other type costs a second index.
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("file_id", BigInteger, ForeignKey("files.id"), nullable=False),
    Column("kind", SmallInteger, nullable=False),
    Column("tax_year", SmallInteger, nullable=False),
    Column("tin_index", LargeBinary, nullable=False, index=True),
    Column("spouse_index", LargeBinary),
    Column("name_index", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(
        "ix_records_spouse_index",
        "spouse_index",
        sqlite_where=text("spouse_index is not null"),
        postgresql_where=text("spouse_index is not null"),
    ),
)

cases = Table(
    "cases",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("state", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("language", String(2), nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("script_version", String(40), nullable=False),
    Column("policy_version", String(40), nullable=False),
    Column("interviewer", Uuid),
    Column("verifier", Uuid),
    Column("back_to", String(24)),
    Column("open", Boolean, nullable=False),
    Column("tin_index", LargeBinary, nullable=False),
    Column("name_index", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(
        "uq_cases_tin_index_open",
        "tin_index",
        unique=True,
        sqlite_where=text("open = 1"),
        postgresql_where=text("open"),
    ),
    Index(None, "state", "since", "id"),
    Index(None, "name_index"),
)

events = Table(
    "events",
    meta,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("event", String(40), nullable=False),
    Column("values", String(2000), nullable=False),
    Column("person", Uuid),
    Index(None, "case_id", "id"),
)

calls = Table(
    "calls",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("assistor", Uuid, ForeignKey("people.id"), nullable=False),
    Column("state", String(10), nullable=False),
    Column("reason", String(24), nullable=False),
    Column("language", String(2), nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("version", Integer, nullable=False),
    Column("case_id", Uuid, ForeignKey("cases.id"), index=True),
    Column("eligible", Boolean),
    Column("asked_again", Boolean, nullable=False),
    Column("proven", Boolean, nullable=False),
    Column("closing", String(40), nullable=False),
    Index(
        "uq_calls_assistor_live",
        "assistor",
        unique=True,
        sqlite_where=text("state <> 'ended'"),
        postgresql_where=text("state <> 'ended'"),
    ),
)

interviews = Table(
    "interviews",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("call_id", Uuid, ForeignKey("calls.id"), nullable=False, unique=True),
    Column("stage", String(10), nullable=False),
    Column("script_version", String(40), nullable=False),
    Column("identified", Boolean, nullable=False),
    Column("frozen", Boolean, nullable=False),
    Column("verdict", String(10)),
    Column("scored_at", BigInteger),
    # Since when the caller is being asked what stands now, since when papers are being fetched; time ran out.
    Column("asked_at", BigInteger),
    Column("paused_at", BigInteger),
    Column("expired", Boolean),
)

questions = Table(
    "questions",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("interview_id", Uuid, ForeignKey("interviews.id"), nullable=False),
    Column("number", SmallInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    # When a console first showed it; it counts no more, as the line went dead while it stood.
    Column("shown_at", BigInteger),
    Column("burnt", Boolean),
    UniqueConstraint("interview_id", "number"),
)

answers = Table(
    "answers",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("interview_id", Uuid, ForeignKey("interviews.id"), nullable=False, index=True),
    Column("number", SmallInteger, nullable=False),
    Column("response", String(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("waited_ms", BigInteger, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

drafts = Table(
    "drafts",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("number", SmallInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

accounts = Table(
    "accounts",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False),
    Column("tin_index", LargeBinary, nullable=False, unique=True),
    # A keyed index in hexadecimal, so that no two have one name; the name rests sealed with the letter.
    Column("username", String(40), nullable=False, unique=True),
    Column("password", String(200), nullable=False),
    Column("password_until", BigInteger, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("issued_by", Uuid, nullable=False),
)

runs = Table(
    "runs",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("state", String(12), nullable=False),
    Column("person", Uuid, ForeignKey("people.id"), nullable=False),
    Column("leased_at", BigInteger, nullable=False),
    Column("lease_ends", BigInteger, nullable=False),
    Column("letters", Integer, nullable=False),
)

letters = Table(
    "letters",
    meta,
    Column("id", Uuid, primary_key=True),
    Column("number", String(20), nullable=False, unique=True),
    Column("account_id", Uuid, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("case_id", Uuid, ForeignKey("cases.id"), nullable=False, index=True),
    Column("state", String(12), nullable=False),
    Column("live", Boolean, nullable=False),
    Column("language", String(2), nullable=False),
    Column("queued_at", BigInteger, nullable=False),
    Column("deadline", BigInteger),
    Column("run_id", Uuid, ForeignKey("runs.id"), index=True),
    Column("code", LargeBinary),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "state", "queued_at"),
    Index(
        "uq_letters_account_id_live",
        "account_id",
        unique=True,
        sqlite_where=text("live = 1"),
        postgresql_where=text("live"),
    ),
)
