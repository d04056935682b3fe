"""The database, and nothing but the database: no other room speaks to it."""
