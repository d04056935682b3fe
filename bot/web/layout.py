"""The templates of the pages: what they may ask for, in the language of the page."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from bot.channels.prices import price
from bot.conversation.reply import PlaceName
from bot.legal_aid.contact import Contact
from bot.maps.patterns import fill
from bot.places.place import County
from bot.rendering.lists import all_of_doj, filters
from bot.rendering.wording import say_phone
from bot.web.visit import Visit
from bot.web.wording import Speaker, marked, phone_address

FOLDER = Path(__file__).parent
Query = Mapping[str, str | list[str]]
ELSEWHERE = "https://www.wikipedia.org/"
"""Where "Leave this site" goes: a page that looks like nothing in particular, in any language."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every template of one page has in hand. ``home`` is the public address of this
    installation, without a path; ``""`` where it is not set. ``listed`` says whether search
    engines may list the page."""

    visit: Visit
    speaker: Speaker
    home: str
    listed: bool

    def link(self, path: str, query: Query | None = None) -> str:
        """The address of one of our pages, in the language of this one: no cookie holds it."""
        with_language = {**(query or {}), "lang": self.visit.language.code}
        return f"{path}?{urlencode(with_language, doseq=True)}"

    def in_language(self, code: str) -> str:
        """This page in another language."""
        return f"{self.visit.path}?{urlencode([*self.visit.query, ('lang', code)])}"


def template(name: str) -> Template:
    return _TEMPLATES.get_template(name)


def draw(name: str, sheet: Sheet, **facts: Any) -> str:
    """One page, or one piece of a page, as HTML."""
    return template(name).render(
        sheet=sheet,
        speaker=sheet.speaker,
        voice=sheet.speaker.voice,
        language=sheet.visit.language,
        knowledge=sheet.visit.knowledge,
        line=sheet.visit.knowledge.line,
        list_date=sheet.visit.knowledge.roster.list_date,
        **facts,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(
        day=_day, month=_month, number=_number, county=_county, state=_state, notes=_notes,
        all_of_doj=all_of_doj, phone=say_phone, tel=phone_address, marked=marked,
    )  # fmt: skip
    environment.globals.update(pattern=fill, price=price, static=static, elsewhere=ELSEWHERE)
    return environment


@functools.cache
def static(name: str) -> str:
    """The address of a static file; it changes with the file, so that no old one is kept."""
    content = (FOLDER / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:8]}"


@pass_context
def _gettext(context: Context, text: str) -> str:
    return str(context["speaker"].kept_together(context["voice"].catalog.gettext(text)))


@pass_context
def _ngettext(context: Context, one: str, many: str, number: int) -> str:
    said = context["voice"].catalog.ngettext(one, many, number)
    return str(context["speaker"].kept_together(said))


@pass_context
def _day(context: Context, day: date) -> Markup:
    """In words, with the date that machines read beside it."""
    said = context["voice"].day(day)
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), said)


@pass_context
def _month(context: Context, day: date) -> str:
    return str(context["voice"].month(day))


@pass_context
def _number(context: Context, number: int) -> str:
    return format_decimal(number, locale=context["language"].code.replace("-", "_"))


@pass_context
def _county(context: Context, place: County | PlaceName) -> str:
    name = place if isinstance(place, PlaceName) else PlaceName(place)
    return str(context["voice"].place(name))


@pass_context
def _state(context: Context, name: str) -> str:
    return str(context["voice"].state(name))


@pass_context
def _notes(context: Context, contact: Contact) -> str:
    said = filters(context["language"].code, context["knowledge"])["notes"](contact)
    return str(context["speaker"].kept_together(str(said)))


_TEMPLATES = _environment()
