"""Drawings of what ICE's list says: the country, each state, and the count of agreements."""

from bot.maps.answer import Answer, answers
from bot.maps.country import country_map
from bot.maps.file import country_file, plot_file, state_file, style
from bot.maps.legend import legend
from bot.maps.plot import agreements_plot
from bot.maps.rows import CountyRow, StateRow, county_rows, state_rows
from bot.maps.state import state_map

__all__ = [
    "Answer",
    "CountyRow",
    "StateRow",
    "agreements_plot",
    "answers",
    "country_file",
    "country_map",
    "county_rows",
    "legend",
    "plot_file",
    "state_file",
    "state_map",
    "state_rows",
    "style",
]
