"""The tables of ICE's lists: public facts, and who agreed to what. No person who texts is in them.

Documents are compressed bytes of :mod:`bot.publishing.documents`.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, String, Table

from bot.store.tables import metadata

lists = Table(
    "lists",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("list_date", Date, nullable=False),
    Column("pending", Boolean, nullable=False),
    # Of the placed rows: the same file twice is one list.
    Column("digest", String(64), nullable=False, unique=True),
    Column("agreements", Integer, nullable=False),
    # The file's name or the address it came from.
    Column("source", String(400), nullable=False),
    Column("imported_at", DateTime(timezone=True), nullable=False),
    # A person said that a list which lost a fifth of its rows is right.
    Column("smaller", Boolean, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

rosters = Table(
    "rosters",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("list_date", Date, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("published_at", DateTime(timezone=True), nullable=False),
    Column("published_by", String(200), nullable=False),
    Column("document", LargeBinary, nullable=False),
)

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    # What was decided about: so far roster only.
    Column("area", String(40), nullable=False),
    Column("subject", String(400), nullable=False, index=True),
    Column("fingerprint", String(64), nullable=False),
    Column("decision", String(40), nullable=False),
    Column("reviewer", String(200), nullable=False),
    Column("decided_at", DateTime(timezone=True), nullable=False),
    Column("evidence", String(20000), nullable=False),
)

looks = Table(
    "looks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("looked_at", DateTime(timezone=True), nullable=False),
    # new, unchanged, failed
    Column("outcome", String(20), nullable=False),
    Column("complaint", String(4000), nullable=False),
    Column("address", String(1000), nullable=False),
    Column("etag", String(400), nullable=False),
    Column("modified", String(100), nullable=False),
)
