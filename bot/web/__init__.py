"""FastAPI: what Twilio calls, the pages, health and counts (``app.py`` wires all)."""
