"""What nobody will ever be sent: entries and rules of a language that is not in the list."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.library.finding import Complaint, complaint
from bot.library.library import Library
from bot.library.reading import TOPICS
from bot.library.rules import Rules


def entries_left(library: Library, languages: Collection[str]) -> Iterator[Complaint]:
    """Entries of ``topic.toml`` without a language. A file ``xx.md`` without one is told on
    reading (:mod:`bot.library.reading`)."""
    for topic in library.topics.values():
        for key, table in (("label", topic.labels), ("words", topic.words)):
            for code in sorted(set(table) - set(languages)):
                what = f"[{key}] has {code}, which languages.toml has not; take it out"
                yield complaint(f"{TOPICS}/{topic.name}/topic.toml", what, f"{code} =")


def rules_left(rules: Rules, languages: Collection[str]) -> Iterator[Complaint]:
    """Blocks of ``rules/`` without a language."""
    blocks = (
        ("required.toml", rules.required),
        ("forbidden.toml", rules.forbidden),
        ("letters.toml", rules.letters),
    )
    for name, by_language in blocks:
        for code in sorted(set(by_language) - set(languages)):
            what = f"[{code}] is no language of languages.toml; take the block out"
            yield complaint(f"rules/{name}", what, f"[{code}]")
