"""The same house from a terminal: one file for each command or group (``main.py`` lists them)."""
