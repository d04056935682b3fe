"""One text and what is remembered in, the decision out. Pure: ``respond.py`` has the steps."""
