"""Words that are no misspelt name: everyday words, people, topics, and the halves of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from bot.places.fold import words
from bot.places.guesses import LONGEST, Try
from bot.places.letters import script_of
from bot.places.query import Query, Span
from bot.places.sound import sound

# No name begins with one of these; "la", "el", "del" do begin names (La Porte, Del Rio).
JOINING = frozenset({"and", "y", "e", "et", "ak", "at", "or", "o", "ou"})
# Letters that stand alone in a text, but in no name: "a ice", "n blue".
LONE = frozenset("abcefghijkmnpqrstuvwxyz")
LETTERS = 3  # different ones: "aaaaaa" is no name
ARTICLES = frozenset({"la", "el", "los", "las"})
SHORT = 5  # letters of another script: "هل ال"
# Right before "county" they name none: "they say no county jails".
DETERMINERS = frozenset(
    {
        "a", "any", "another", "each", "every", "her", "his", "my", "next", "no", "other", "our",
        "right", "same", "that", "the", "their", "this", "what", "which", "whole", "wrong", "your",
    }
)  # fmt: skip
COLORADO = "CO"
LINKING = frozenset({"de", "of", "do", "da", "the", "is", "and", "y"})


def is_no_name(query: Query, attempt: Try) -> bool:
    """Everyday words, names of people, and words near the topics of this line are no places."""
    span = attempt.span
    said = query.words[span.start : span.end]
    if not said or _holds_a_sign(query, span):
        return True
    if attempt.state and not attempt.counties and _is_beside_county_word(query, attempt):
        return True
    if attempt.counties and said[-1] in DETERMINERS:
        return True
    if _is_everyday(query, attempt, said):
        return True
    known = query.gazetteer.vocabulary
    if attempt.state or attempt.counties:
        return False
    people = all(w in known.given_names or w in known.ordinary for w in said)
    is_person = people and said[0] not in known.first_words
    return is_person or any(is_near_topic(query, w) for w in said)


def _holds_a_sign(query: Query, span: Span) -> bool:
    """ "in", "de", a digit, a county word, a state, "my cousin": all but a name."""
    known, said = query.gazetteer.vocabulary, query.words[span.start : span.end]
    letters = query.gazetteer.scripts.letters
    return (
        (said[0],) in known.at
        or said[0] in LINKING
        or any(w.isdigit() or (w,) in known.person for w in said)
        or any(len(w) == 1 and w in LONE for w in said)
        or any(script_of(w) == "han" and not letters.issuperset(w) for w in said)
        or (said[0].isascii() and len(set("".join(said))) < LETTERS)
        or query.known_signs(span)
        or any(span == Span(s.start, s.end) for s in query.states)
    )


def _is_everyday(query: Query, attempt: Try, said: Sequence[str]) -> bool:
    """No strange word is among them, or none where a name would have it; but one word before a
    state may be an everyday one of English ("Grin Ohio": a telephone writes such words for names;
    "muzh Texas" is a husband), and so may a foreign one beside "county"."""
    known = query.gazetteer.vocabulary
    if attempt.counties and len(said) == 1 and _is_before_county_and_state(query, attempt.span):
        return False  # "Pork county Florida": a telephone puts everyday words for names
    if attempt.counties and not said[0].isascii():
        return len("".join(said)) < SHORT and all(w in known.ordinary for w in said)
    if attempt.state and len(said) == 1 and len(query.words) <= LONGEST + 1:
        return said[0] in known.foreign
    strange = [
        w
        for w in said
        if (w not in known.ordinary and w not in known.first_words) or w in known.heard
    ]
    begun = len(said) > 1 and said[0] in known.first_words - ARTICLES  # not "en la plaza"
    ended = not attempt.state or said[-1] in strange or said[-1] in known.last_words or begun
    return not (strange or begun) or not ended or not JOINING.isdisjoint(said)


def _is_before_county_and_state(query: Query, span: Span) -> bool:
    county = query.phrase_at(span.end, query.gazetteer.vocabulary.county_after)
    return county is not None and any(s.start == county.end for s in query.states)


def _is_beside_county_word(query: Query, attempt: Try) -> bool:
    """ "X County": where no county comes near, no town does either; but "co" is Colorado too."""
    known, span = query.gazetteer.vocabulary, attempt.span
    after = query.phrase_at(span.end, known.county_after)
    if after and query.is_county_sign(after):
        return attempt.state != COLORADO or query.text(after) != "co"
    return query.phrase_before(span.start, known.county_before) is not None


def is_near_topic(query: Query, word: str) -> bool:
    topics = query.gazetteer.vocabulary.topics
    most = 1 if len(word) < 8 else 2
    return any(abs(len(t) - len(word)) <= most and OSA.distance(t, word, score_cutoff=most) <= most
               for t in topics)  # fmt: skip


def keeps_words(query: Query, attempt: Try, labels: Iterable[str]) -> bool:
    """ "Pemmbroke Pines", not "my Pemmbroke": an everyday word is seldom a slip of the pen, so
    where nothing else says that a place is named it must stand in the name itself, or sound like
    a word of it."""
    if attempt.state or attempt.counties:
        return True
    known = query.gazetteer.vocabulary
    said = query.words[attempt.span.start : attempt.span.end]
    everyday = {w for w in said if w in known.ordinary and w not in known.first_words}
    heard = {sound(w) for w in everyday}
    return not heard or any(heard <= {sound(w) for w in words(label)} for label in labels)


def is_half(query: Query, attempt: Try) -> bool:
    """ "Sen Lisi Florid" in "Pòt Sen Lisi Florid": a strange word stands just before it."""
    before = attempt.span.start - 1
    known = query.gazetteer.vocabulary
    if not attempt.state or before < 0 or not query.words[before].isascii():
        return False
    word = query.words[before]
    sign = query.known_signs(Span(before, before + 1)) or (word,) in known.person
    return not (sign or word in known.ordinary or word in known.given_names or word.isdigit())
