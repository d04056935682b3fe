"""The tables. Nothing in them is readable without the secret key, and no row names a person."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

sessions = Table(
    "sessions",
    metadata,
    # Keyed hash of the sender's address.
    Column("sender", LargeBinary(32), primary_key=True),
    # Rises by one with each write; a writer that saw another version must start over.
    Column("version", Integer, nullable=False),
    # Whole hours since 1970, rounded up: a row does not tell when somebody wrote.
    Column("expires_hour", Integer, nullable=False, index=True),
    # The conversation, encrypted and padded.
    Column("sealed", LargeBinary, nullable=False),
)

optouts = Table(
    "optouts",
    metadata,
    Column("sender", LargeBinary(32), primary_key=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    # Seconds since 1970, rounded: not tried before. A worker that takes a row moves it ahead.
    Column("due", Integer, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    # What is owed, encrypted and padded.
    Column("sealed", LargeBinary, nullable=False),
)

spending = Table(
    "spending",
    metadata,
    # Whole days since 1970, UTC.
    Column("day", Integer, primary_key=True, autoincrement=False),
    # Millionths of a US dollar, for all people together: nothing here is about one of them.
    Column("microdollars", BigInteger, nullable=False),
)

session_keys = Table(
    "session_keys",
    metadata,
    # Days since 1970 (UTC) on which conversations are written under this key.
    Column("day", Integer, primary_key=True, autoincrement=False),
    # The key, encrypted under the installation's secret.
    Column("sealed", LargeBinary, nullable=False),
)

MEMORY = frozenset({"sessions", "session_keys", "outbox"})
"""Tables about people who wrote in the last days: never copied into a backup."""
