"""When a name without a state or a county word is a place at all.

Half the words of a language are a town somewhere (Why, Hope, Mesa, Salida, Jackson): a name
counts only where the sentence or its fame says so.
"""

from __future__ import annotations

from bot.places.evidence import Evidence
from bot.places.place import MatchKind
from bot.places.query import NameSpan, Query

# People living in a place that may be named in a sentence without "in" before it …
FAMOUS = 100_000
# … or after "in".
KNOWN = 2_000
# An ordinary word ("orange", "la mesa") that is the whole text must at least be such a city.
ORDINARY = 60_000


def is_whole_text(query: Query, seen: Evidence) -> bool:
    """Nothing but the name, its signs, and words that add nothing ("hola", "please", "jail")."""
    known = query.gazetteer.vocabulary
    signs = [s for s in (seen.jail, seen.sheriff) if s]
    rest = query.rest([*seen.spans(), *signs]).split()
    if not all((word,) in known.filler or (word,) in known.jail for word in rest):
        return False
    if seen.city or seen.jail or seen.sheriff:
        return True
    return not is_ordinary(query, seen.name) or city_people(seen.name) >= ORDINARY


def is_named_in_sentence(query: Query, seen: Evidence) -> bool:
    people = city_people(seen.name)
    if seen.person or is_country(query, seen.name):
        return False
    if is_ordinary(query, seen.name):
        return bool(seen.at) and people >= FAMOUS
    if seen.at or seen.jail or seen.city or _is_foreign(query, seen.name):
        return largest(seen.name) >= KNOWN
    return people >= FAMOUS and not is_given_name(query, seen.name)


def _is_foreign(query: Query, name: NameSpan) -> bool:
    """A town's name in another script is a town, unless it is a person's name as well."""
    return name.start in query.foreign and not is_given_name(query, name)


def city_people(name: NameSpan) -> int:
    return max((r.people for r in name.readings if r.kind is not MatchKind.COUNTY), default=0)


def largest(name: NameSpan) -> int:
    return max((r.people for r in name.readings), default=0)


def is_ordinary(query: Query, name: NameSpan) -> bool:
    """Every word of the name is an everyday word of one of our languages."""
    ordinary = query.gazetteer.vocabulary.ordinary
    return all(word in ordinary for word in query.words[name.start : name.end])


def is_given_name(query: Query, name: NameSpan) -> bool:
    return name.end - name.start == 1 and query.words[name.start] in query.gazetteer.vocabulary.given_names


def is_country(query: Query, name: NameSpan) -> bool:
    return query.text(name) in query.gazetteer.vocabulary.countries
