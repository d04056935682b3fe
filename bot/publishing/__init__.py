"""A list, what is published and people's decisions -> what is published next. Pure."""
