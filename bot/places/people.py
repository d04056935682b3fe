"""What makes a name somebody's: "my cousin Jackson", "Anderson e Washington", "Georgia is 4"."""

from __future__ import annotations

from bot.places.query import Query, Span
from bot.places.vocabulary import Vocabulary

AND = frozenset({"and", "y", "e", "et", "ak", "at", "и", "و", "和", "và", "va"})
AGE = frozenset({"is", "es", "tiene", "tem", "a", "gen", "has", "turned", "ay"})
ONLY = frozenset({"only", "just", "almost", "solo", "apenas", "casi", "so", "juste", "presque"})
IS = frozenset({"is", "es", "e", "est", "se", "ay"})


def person_beside(query: Query, outer: Span, known: Vocabulary) -> Span | None:
    """ "my cousin Jackson", "Carlos Salinas", "Washington said", "Georgia is 4 years old"."""
    behind = is_somebody(query, outer)
    if behind:
        return behind
    before = outer.start - 1
    if before > 0 and query.words[before] in IS:
        before -= 1
    in_state = any(s.start <= before < s.end for s in query.states)
    if is_a_second_name(query, outer):
        return Span(max(0, before - 1), max(1, outer.start))
    if before >= 0 and not in_state and is_a_first_name(query.words[before], known):
        return Span(before, outer.start)
    if query.phrase_before(outer.start, known.at):
        return None  # "un pueblo que se llama Postville"
    # "my name is Savannah", "this is Savannah speaking"
    return query.phrase_before(before + 1, known.person) or query.phrase_before(
        outer.start, known.person
    )


def is_somebody(query: Query, name: Span) -> Span | None:
    """What stands behind the name of a person, or of a government, that speaks."""
    known = query.gazetteer.vocabulary
    if query.phrase_before(name.start, known.at):
        return None
    said = query.phrase_at(name.end, known.says) or query.phrase_at(name.end, known.brands)
    if said or name.end + 1 >= len(query.words):
        return said
    is_, *rest = query.words[name.end : name.end + 3]
    age = rest[1] if rest[0] in ONLY and len(rest) > 1 else rest[0]
    return Span(name.end, name.end + 2) if is_ in AGE and age.isdigit() else None


def is_a_second_name(query: Query, name: Span) -> bool:
    """ "Anderson e Washington", and "Edison" in "Edison e Wellington"."""
    known, before = query.gazetteer.vocabulary, name.start - 1
    if before > 0 and query.words[before] in AND:
        return is_a_first_name(query.words[before - 1], known)
    pair = query.words[name.start : name.start + 3]
    joined = name.end - name.start == 1 and len(pair) > 2 and pair[1] in AND
    return joined and is_a_first_name(pair[0], known) and is_a_first_name(pair[2], known)


def has_a_surname(query: Query, name: Span) -> bool:
    """ "the lawyer Virginia Ortiz": a word of no other use right behind it, no "in" before it."""
    known, behind = query.gazetteer.vocabulary, query.words[name.end : name.end + 1]
    if not behind or name.start == 0 or query.phrase_before(name.start, known.at):
        return False
    place = Span(name.end, name.end + 1)
    return behind[0].isalpha() and behind[0] not in known.ordinary and not query.known_signs(place)


def is_a_first_name(word: str, known: Vocabulary) -> bool:
    return word in known.given_names and word not in known.ordinary
