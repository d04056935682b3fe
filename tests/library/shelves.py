"""A small ``content/`` folder for tests, with one sound topic and one sound answer."""

from __future__ import annotations

from pathlib import Path

from bot.language import Language

LANGUAGES = {
    "en": Language("en", "English", "ltr", True, ("english",)),
    "es": Language("es", "Español", "ltr", True, ("español",)),
    "fr": Language("fr", "Français", "ltr", False, ("français",)),
}

TOPIC = """
order = 1
placeholders = ["list_date"]
related = ["bail", "papers"]
review_by = 2027-02-01

[label]
en = "ICE hold"
es = "Retención"

[words]
en = ["hold", "a hold"]
es = ["retención"]

[[sources]]
title = "A statute"
read = 2026-11-22
"""

ENGLISH = """A hold asks a jail to keep a
person. List of {{ list_date }}.

This is information, not legal advice.

---

Ask a lawyer.
"""

SPANISH = """La retención pide a la cárcel. Lista del {{ list_date }}.

Esto es información, no es asesoría legal.

---

Pregunte a un abogado.
"""


def write(folder: Path, files: dict[str, str]) -> None:
    """Files by path below the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def sound(folder: Path) -> None:
    """One topic in two languages, one answer in English."""
    write(
        folder,
        {
            "topics/detainer/topic.toml": TOPIC,
            "topics/detainer/en.md": ENGLISH,
            "topics/detainer/es.md": SPANISH,
            "answers/thanks/answer.toml": "placeholders = []\n",
            "answers/thanks/en.md": "You are welcome.\n",
        },
    )
