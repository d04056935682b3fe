"""A decided turn becomes texts in the person's language, within the channel's limits."""

from __future__ import annotations

from bot.conversation.reply import Part, Turn
from bot.knowledge import Knowledge
from bot.rendering.direction import isolated
from bot.rendering.filling import fill, list_template
from bot.rendering.limits import Limits
from bot.rendering.messages import arrange
from bot.rendering.segments import measure
from bot.rendering.text import Text
from bot.rendering.wording import voice


def render(turn: Turn, knowledge: Knowledge, limits: Limits) -> tuple[Text, ...]:
    """The texts to send, in order; none where the carrier already answered. Pure."""
    main = [word(part, turn.language, knowledge) for part in turn.parts if not part.follow]
    follow = [word(part, turn.language, knowledge) for part in turn.parts if part.follow]
    return tuple(_priced(text) for text in arrange(main, follow, limits))


def word(part: Part, code: str, knowledge: Knowledge) -> str:
    """One part in a language's words. A list has a template of ours; all else is a text of
    ``content/``."""
    code = part.language or code
    speaker = voice(code, knowledge)
    facts = {name: speaker.say(fact) for name, fact in part.facts.items()}
    if not facts.get("organization", "named"):
        facts["organization"] = speaker.catalog.gettext("a group that gives no name here")
    template = list_template(part.name, code, knowledge)
    if template:
        text = template.render(facts).strip()
    else:
        text = fill(knowledge.library.cards(part.name, code)[part.card], facts)
    return isolated(text) if speaker.language.direction == "rtl" else text


def _priced(text: str) -> Text:
    price = measure(text)
    return Text(text=text, encoding=price.encoding, segments=price.segments)
