"""Runs on the connection that the program hands over: see bot/store/migrations.py."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from bot.store.roster_tables import metadata

connection: Connection | None = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("use: bot database upgrade")

context.configure(connection=connection, target_metadata=metadata, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
