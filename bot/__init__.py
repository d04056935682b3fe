"""Faro: what ICE's 287(g) list says about a county, in plain words, by text message."""
