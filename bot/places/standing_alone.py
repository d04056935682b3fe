"""When a name without a state or a county word is a place at all.

Half the words of a language are a town somewhere (Why, Hope, Mesa, Salida, Jackson): a name
counts only where the sentence or its fame says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.places.evidence import Evidence
from bot.places.fold import words
from bot.places.place import MatchKind
from bot.places.query import NameSpan, Query, Span

# People living in a place that may be named in a sentence without "in" before it …
FAMOUS = 100_000
# … or after "in".
KNOWN = 2_000
# An ordinary word ("orange", "la mesa") that is the whole text must at least be such a city.
ORDINARY = 60_000
# Two ordinary words that are a town's name ("Central Falls", "Green Bay") need fewer.
SEVERAL_WORDS = 10_000
# Words between a name and a state that contradicts it.
NEAR = 2
# A text of so few words is one name, or two.
FEW_WORDS = 3
SOME = frozenset(
    {
        "su",
        "tu",
        "nuestro",
        "del",
        "un",
        "una",
        "mi",
        "este",
        "ese",
        "um",
        "uma",
        "meu",
        "my",
        "a",
        "this",
    }
)
ARTICLES = frozenset({"el", "la", "los", "las", "the", "le", "les", "un", "una"})


def is_whole_text(query: Query, seen: Evidence, companions: Sequence[Span] = ()) -> bool:
    """Nothing but the name, its signs, and words that add nothing ("hola", "please", "jail").

    ``companions`` are names that say the same place again ("Mott Haven, Bronx").
    """
    if is_country(query, seen.name) or is_state(query, seen.name):
        return False
    if is_contradicted(query, seen) or is_half_a_jail(query, seen):
        return False
    signs = [s for s in (seen.jail, seen.sheriff, seen.police) if s]
    if not is_filler(query, [*seen.spans(), *signs, *companions]):
        return False
    if seen.city or seen.jail or seen.sheriff or seen.police:
        return True
    if not is_ordinary(query, seen.name):
        return True
    several = seen.name.end - seen.name.start > 1 and query.words[seen.name.start] not in ARTICLES
    least = FAMOUS if seen.at else SEVERAL_WORDS if several else ORDINARY
    # "fort bend", a county: two everyday words that are hardly said but of it.
    return city_people(seen.name) >= least or (several and largest(seen.name) >= FAMOUS)


def is_half_a_jail(query: Query, seen: Evidence) -> bool:
    """ "detention center" is any jail, not the one of a town called Center."""
    known, name = query.gazetteer.vocabulary, seen.name
    if seen.city or seen.county or seen.state:
        return False
    beside = {*query.words[name.start - 1 : name.start], *query.words[name.end : name.end + 1]}
    said = query.words[name.start : name.end]
    return all(word in known.jail_common for word in said) and any(
        word in known.jail_common or (word,) in known.jail for word in beside
    )


def is_filler(query: Query, spans: Sequence[Span]) -> bool:
    """Whether these words, and others that add nothing, are the whole text."""
    jail = query.gazetteer.vocabulary.jail
    used = {i for span in spans for i in range(span.start, span.end)}
    return all(i in used or (query.words[i],) in jail for i in query.strange)


def is_named_in_sentence(query: Query, seen: Evidence) -> bool:
    people = _people(query, seen.name)
    if seen.person or is_country(query, seen.name) or is_state(query, seen.name):
        return False
    if is_contradicted(query, seen) or is_half_a_jail(query, seen):
        return False
    if is_half_a_name(query, seen) or is_torn(query, seen.name) or _is_some(query, seen.name):
        return False
    if is_ordinary(query, seen.name) and seen.name.start not in query.foreign:
        placed = (seen.at and not _is_a_thing(query, seen.name)) or seen.jail or seen.police
        return (bool(placed) and people >= _least(query, seen.name)) or _is_spanish_in_english(
            query, seen.name
        )
    if seen.at or seen.jail or seen.city or seen.police or _is_foreign(query, seen.name):
        return largest(seen.name) >= KNOWN
    return people >= FAMOUS and not is_given_name(query, seen.name)


def _is_a_thing(query: Query, name: NameSpan) -> bool:
    """ "in the orange truck": an article before one everyday word, and another behind it."""
    behind = query.words[name.end : name.end + 1]
    article = query.words[max(0, name.start - 1)] in ARTICLES
    everyday = query.gazetteer.vocabulary.ordinary.issuperset(behind)
    return article and name.end - name.start == 1 and bool(behind) and everyday


def _is_spanish_in_english(query: Query, name: NameSpan) -> bool:
    """ "los angeles he got arrested": in an English text no two words of Spanish are but a city."""
    several = name.end - name.start > 1 and query.words[name.start] in ARTICLES - {"the"}
    if not several or city_people(name) < FAMOUS:
        return False
    known, others = query.gazetteer.vocabulary, query.rest([name]).split()
    return known.not_english.isdisjoint(others) and not known.english.isdisjoint(others)


def _people(query: Query, name: NameSpan) -> int:
    """Of the city; of the county as well where two everyday words behind "in" are its name."""
    said = query.words[name.start : name.end]
    return largest(name) if len(said) > 1 and said[0] not in ARTICLES else city_people(name)


def _is_some(query: Query, name: NameSpan) -> bool:
    """ "la cárcel de un pueblo" is any town's."""
    before = query.words[max(0, name.start - 1)]
    return before in SOME and is_ordinary(query, name)


def _least(query: Query, name: NameSpan) -> int:
    """How many people a name of everyday words needs behind "in": "in Lake Worth Beach" can hardly
    be anything else, "in green bay" seldom."""
    said = query.words[name.start : name.end]
    if said[0] in ARTICLES or len(said) == 1:
        return FAMOUS
    return KNOWN if len(said) > 2 else SEVERAL_WORDS


def is_contradicted(query: Query, seen: Evidence) -> bool:
    """ "Brooklyn Parrk, Minnesota" is not Brooklyn: a state just behind, where none lies."""
    if _is_abroad(query, seen) or _is_called_so(query, seen.name):
        return True
    states = {r.state for r in seen.name.readings}
    rare = query.gazetteer.vocabulary.rare_code_words
    return any(
        0 <= s.start - seen.name.end <= NEAR and s.code not in states
        for s in query.states
        if not query.is_risky(s)
        and not s.overlaps(seen.name)
        # "bị bắt ở New Orleans vì": right behind the name only, for elsewhere it is a word.
        and (s.start == seen.name.end or s.sort != "code" or query.text(s) not in rare)
    )


def _is_called_so(query: Query, name: NameSpan) -> bool:
    """ "he was in a mobile home" is no place in Alabama."""
    return " ".join(query.words[name.start : name.end + 1]) in query.gazetteer.vocabulary.things


def _is_abroad(query: Query, seen: Evidence) -> bool:
    """ "Santa Ana El Salvador", "San Pedro Sula": a country right behind the name, or a foreign
    town that only begins with it."""
    end = seen.name.end
    abroad = query.gazetteer.vocabulary.countries
    link = query.phrase_at(end, query.gazetteer.vocabulary.at)
    start = link.end if link else end  # "Toledo en España"
    behind = (" ".join(query.words[start : start + size]) for size in (1, 2))
    whole = (" ".join(query.words[seen.name.start : end + size]) for size in (1, 2))
    before = " ".join(query.words[max(0, seen.name.start - 1) : end])  # "nuevo laredo"
    return any(said in abroad for said in (*behind, *whole, before))


def is_before_a_country(query: Query, name: Span) -> bool:
    """ "Panama City, Panama"."""
    behind = (" ".join(query.words[name.end : name.end + size]) for size in (1, 2))
    return any(said in query.gazetteer.vocabulary.countries for said in behind)


def is_half_a_name(query: Query, seen: Evidence) -> bool:
    """ "Wst Memphis" is not Memphis: one strange word beside it, and nothing else."""
    if seen.at or seen.jail or seen.police or len(query.words) > FEW_WORDS:
        return False
    known = query.gazetteer.vocabulary
    left = query.rest(seen.spans()).split()
    return any(
        (w,) not in known.filler and w not in known.ordinary and w not in known.given_names
        for w in left
        if w.isascii()
    )


def is_torn(query: Query, name: NameSpan) -> bool:
    """ "chỉ có" is not Chico: in a sentence a name is written in as many words as it has."""
    said = list(query.words[name.start : name.end])
    if len(said) == 1 or name.fuzzy or name.start in query.foreign:
        return False
    county = query.gazetteer.county
    return not any(
        r.sort == "alias" or words(r.label or county(r.counties[0]).short_name) == said
        for r in name.readings
    )


def _is_foreign(query: Query, name: NameSpan) -> bool:
    """A town's name in another script is a town, unless it is a person's name as well."""
    return name.start in query.foreign and not is_given_name(query, name)


def city_people(name: NameSpan) -> int:
    """Of the largest thing of this name but a county; an alias was written to be meant."""
    meant = (r for r in name.readings if r.kind is not MatchKind.COUNTY or r.sort == "alias")
    return max((r.people for r in meant), default=0)


def largest(name: NameSpan) -> int:
    return max((r.people for r in name.readings), default=0)


def is_ordinary(query: Query, name: NameSpan) -> bool:
    """Every word of the name is an everyday word of one of our languages."""
    ordinary = query.gazetteer.vocabulary.ordinary
    said = query.words[name.start : name.end]
    return all(word in ordinary or len(word) == 1 for word in said)


def is_given_name(query: Query, name: NameSpan) -> bool:
    return (
        name.end - name.start == 1
        and query.words[name.start] in query.gazetteer.vocabulary.given_names
    )


def is_state(query: Query, name: NameSpan) -> bool:
    """ "Ohio" is the state, although four towns are called so."""
    return any(name.within(s) for s in query.states if s.sort in ("name", "short"))


def is_country(query: Query, name: NameSpan) -> bool:
    return query.text(name) in query.gazetteer.vocabulary.countries
