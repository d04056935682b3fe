"""Every page, one file each. None sets a cookie, and none needs a script."""

from __future__ import annotations

from collections.abc import Callable

from starlette.routing import BaseRoute

from bot.web.pages import about, county, front, languages, robots, search, state, topic
from bot.web.reception import Reception

PAGES: tuple[Callable[[Reception], list[BaseRoute]], ...] = (
    front.routes,
    search.routes,
    county.routes,
    state.routes,
    topic.routes,
    languages.routes,
    about.routes,
    robots.routes,
)


def pages(reception: Reception) -> list[BaseRoute]:
    return [route for routes in PAGES for route in routes(reception)]
