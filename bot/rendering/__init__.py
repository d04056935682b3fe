"""A decision -> texts in a language, within a channel's limits. Pure."""
