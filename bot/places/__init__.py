"""From any short text to the right county; ``finder.py`` is the list of steps."""
