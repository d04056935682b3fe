from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.library import ContentError, read_library
from bot.library.carrying import as_sent, wrong_placeholders
from bot.library.checking import check_library
from bot.library.rules import Rules, read_rules
from tests.library.shelves import ENGLISH, LANGUAGES, SPANISH, TOPIC, sound, write

RULES = read_rules(Path(__file__).parents[2] / "content")
TOO = "topics/detainer"
LEGAL = "This is information, not legal advice."


@dataclass(frozen=True)
class Letters:
    """A price that a reader of these tests can reckon: 100 letters a segment, all of GSM-7 but é
    and the long dash."""

    text: str

    @property
    def encoding(self) -> str:
        return "UCS-2" if set(self.text) & set("é—") else "GSM-7"

    @property
    def units(self) -> int:
        return len(self.text)

    @property
    def segments(self) -> int:
        return 1 + (len(self.text) - 1) // 100


def complaints(folder: Path, rules: Rules = RULES) -> tuple[str, ...]:
    library = read_library(folder, LANGUAGES)
    return tuple(map(str, check_library(library, LANGUAGES, rules, Letters, {"menu"})))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shelf without a complaint: three topics that offer one another, one answer."""
    sound(tmp_path)
    others = {"bail": ("bail", "papers"), "papers": ("papers", "bail")}
    for order, (name, (word, other)) in enumerate(others.items(), start=2):
        about = TOPIC.replace("order = 1", f"order = {order}")
        about = about.replace('"a hold"', f'"a {word}"').replace('"hold"', f'"{word}"')
        about = about.replace('"retención"', f'"la {word}"').replace('["list_date"]', "[]")
        about = about.replace('["bail", "papers"]', f'["detainer", "{other}"]')
        date = "{{ list_date }}"
        texts = {
            f"topics/{name}/topic.toml": about,
            f"topics/{name}/en.md": ENGLISH.replace(date, "today"),
            f"topics/{name}/es.md": SPANISH.replace(date, "hoy"),
        }
        write(tmp_path, texts)
    write(tmp_path, {"answers/thanks/es.md": "De nada.\n"})
    return tmp_path


def test_a_sound_shelf_has_no_complaints(folder: Path) -> None:
    assert complaints(folder) == ()


def test_a_missing_text_of_an_offered_language_is_named_and_a_drafts_is_not(folder: Path) -> None:
    (folder / "answers/thanks/es.md").unlink()
    assert complaints(folder) == ("answers/thanks/es.md: is missing; translate en.md",)


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        (f"{TOO}/en.md", "Ask a lawyer.", "You are safe.", 'en.md: card 2: "safe" breaks rule 1'),
        (f"{TOO}/en.md", "Ask a lawyer.", "Ask " + "one " * 20 + "lawyer.", "of 22 words"),
        (f"{TOO}/en.md", "Ask a lawyer.", "Ask a lawyer—fast.", "— (U+2014, em dash): write -"),
        (f"{TOO}/en.md", "Ask a lawyer.", "Call 1-800-555-0100.", "1-800-555-0100 is not in"),
        (f"{TOO}/en.md", "Ask a lawyer.", "See www.example.org/x.", "www.example.org/x is not in"),
        (
            f"{TOO}/en.md",
            "Ask a lawyer.",
            "See locator.ice.gov or justice.gov/eoir.",
            "card 2: 2 links",
        ),
        (f"{TOO}/en.md", LEGAL, "This is information.", "card 1: end it with the line"),
        (f"{TOO}/en.md", "A hold asks", "The ICE hold asks", 'begin without "ICE"'),
        (f"{TOO}/en.md", "Ask a lawyer.", "Stay silent.", "silence is taught without"),
        (f"{TOO}/en.md", "Ask a lawyer.", "Text ROCKET.", "nobody can send ROCKET"),
        (f"{TOO}/en.md", "Ask a lawyer.", "Ask a lawyer. " * 20, "at most 2"),
        (f"{TOO}/en.md", "Ask a lawyer.", "Ask {{ place }}.", "{{ place }} is not in the list"),
        (f"{TOO}/en.md", "{{ list_date }}", "July", "placeholders lists list_date"),
        (f"{TOO}/es.md", "{{ list_date }}", "hoy", "differ from the English text"),
        (f"{TOO}/es.md", "un abogado", "2 abogados", "the number 2 is not in the English"),
        (f"{TOO}/en.md", "a lawyer", "2 lawyers", "es.md: card 2: the number 2 of the English"),
        (f"{TOO}/es.md", "---", "", "es.md: 1 cards, English has 2"),
        (f"{TOO}/es.md", "La retención", "La migra", 'es.md: card 1: "La migra" breaks rule'),
        (f"{TOO}/topic.toml", "[[sources]]", "[[notes]]", "add at least one of [[sources]]"),
        (f"{TOO}/topic.toml", 'es = "Retención"', "", 'under [label] add es = "…"'),
        (f"{TOO}/topic.toml", '"ICE hold"', f'"{"hold" * 6}"', "of at most 22 characters"),
        (f"{TOO}/topic.toml", 'es = ["retención"]', "", "under [words] add es = […]"),
        (f"{TOO}/topic.toml", '"a hold"', '"Papers"', "belongs to detainer already"),
        (f"{TOO}/topic.toml", '"a hold"', '"la bail"', "belongs to bail already"),
        (f"{TOO}/topic.toml", '"a hold"', '"Menú"', "is a command"),
        (f"{TOO}/topic.toml", '"a hold"', '"?"', "has no letters"),
        (f"{TOO}/topic.toml", '"bail", ', '"moon", ', "related names moon"),
        (f"{TOO}/topic.toml", '"bail", "papers"', '"bail"', "name 2 or 3 different topics"),
        ("answers/thanks/en.md", "You are", "It is safe! You are", 'card 1: "safe" breaks rule 1'),
        ("answers/thanks/answer.toml", "[]", '["age"]', "placeholders lists age"),
    ],
)
def test_each_rule_names_the_file_the_card_and_what_to_do(
    folder: Path, name: str, old: str, new: str, complaint: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    write(folder, {name: text.replace(old, new, 1)})
    assert any(complaint in one for one in complaints(folder)), complaints(folder)


def test_a_topic_of_one_card_is_refused(folder: Path) -> None:
    for code, text in (("en", ENGLISH), ("es", SPANISH)):
        write(folder, {f"{TOO}/{code}.md": text.partition("---")[0]})
    assert complaints(folder) == (f"{TOO}/en.md: part the text into 2 to 6 cards",)


def test_the_first_card_of_an_emergency_says_that_this_line_cannot_send_help(folder: Path) -> None:
    (folder / TOO).rename(folder / "topics/medical")
    assert any("medical/en.md: card 1: add" in one for one in complaints(folder))


def test_where_ice_has_the_person_each_text_names_the_exceptions_to_silence(folder: Path) -> None:
    exceptions = "Give your name. Tell of illness. Say if you fear going back, or 2 years here."
    write(folder, {f"{TOO}/en.md": ENGLISH + f"\nStay silent.\n\n---\n\n{exceptions}\n"})
    assert not any("silence" in one for one in complaints(folder))
    (folder / TOO).rename(folder / "topics/ice-custody")
    found = [one for one in complaints(folder) if "silence" in one]
    assert len(found) == 1
    assert "card 2: silence is taught without" in found[0]


def test_an_offered_language_without_rules_is_refused(folder: Path) -> None:
    without = Rules(
        RULES.forbidden,
        {"en": RULES.required["en"]},
        RULES.emergency_topics,
        RULES.held_topics,
        RULES.numbers,
        RULES.links,
    )
    assert complaints(folder, without)[0].startswith("rules/required.toml: add a block [es]")


@pytest.mark.parametrize(
    "text",
    [
        "{% if x %}a{% endif %}",
        "{{ list_date|upper }}",
        "{{ list_date() }}",
        "{{ list_date.year }}",
        "{{list_date}}",
        "{{ 1 + 1 }}",
        "{# note #}",
        "{{ list_date }",
        "}}",
    ],
)
def test_a_card_may_name_a_fact_and_nothing_else_of_the_template_language(text: str) -> None:
    complaints = list(wrong_placeholders([text], [text], ["list_date"]))
    assert any("may only stand as {{ name }}" in one.what for one in complaints)


def test_all_cards_but_the_last_offer_more() -> None:
    required = RULES.required["en"]
    assert as_sent(["One.", "Of {{ list_date }}.", "Three."], required) == (
        f"One.\n{required.more}",
        f"Of {required.list_date}.\n{required.more}",
        "Three.",
    )


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("forbidden.toml", "[[en]]\npattern = '('\nwhy = 'x'", "rules/forbidden.toml: cannot be"),
        ("forbidden.toml", "[[en]]\nwhy = 'x'", "rules/forbidden.toml: an entry lacks 'pattern'"),
        ("required.toml", "[en]\nlegal = ['x']", "rules/required.toml: an entry lacks"),
        ("printable.toml", "numbers = []", "rules/printable.toml: an entry lacks 'links'"),
        ("printable.toml", "numbers = ", "rules/printable.toml: cannot be used"),
    ],
)
def test_rules_that_cannot_be_used_are_named(
    tmp_path: Path, name: str, text: str, complaint: str
) -> None:
    real = Path(__file__).parents[2] / "content/rules"
    write(tmp_path, {f"rules/{path.name}": path.read_text("utf-8") for path in real.iterdir()})
    write(tmp_path, {f"rules/{name}": text})
    with pytest.raises(ContentError, match=complaint):
        read_rules(tmp_path)
