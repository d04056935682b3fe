"""Source files -> the tables in the rooms' ``data/`` (``bot data build``); no server imports it."""
