"""Texts that nothing is taught from: how well the line understands what it has not seen.

``kept_aside.csv``: 2,310 texts of eleven languages, for each thirty topics and ``none``, written in
November 2026 by hands that had seen neither the line's phrases nor its questions. To teach from it
would leave nothing to measure with: mend what it shows by other words of your own. Of 100 that ask
for a topic the answer was its topic's for 77 with an ear that only counted, for about 79 once
topics were told apart, for 84 after 8,000 more questions by other hands again. Five of 100 name a
place too and get its answer, often with the topic's behind it: they count as misses here. Only what
it showed of danger to life (four texts) was mended with these very words in view.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import datetime
from pathlib import Path

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge

TABLE = Path(__file__).with_name("kept_aside.csv")
AS_GOOD = {"abuse": "emergency", "despair": "medical", "jem": "287g", "wso": "287g", "tfm": "287g"}
"""Answers that a text about the topic behind them may get as well."""


def test_texts_that_nothing_was_taught_from_get_their_topic(
    knowledge: Knowledge, now: datetime
) -> None:
    asked, right, quiet = Counter[str](), Counter[str](), Counter[str]()
    for row in csv.DictReader(TABLE.open(encoding="utf-8", newline="")):
        wanted = row["topic"].split("|")
        reply = respond(Message(row["text"], now), BLANK, knowledge).reply
        kind = "none" if wanted == ["none"] else row["language"]
        asked[kind] += 1
        right[kind] += reply in wanted or AS_GOOD.get(reply) in wanted
        quiet[kind] += reply not in knowledge.library.topics
    topics = {code: right[code] / asked[code] for code in asked if code != "none"}
    assert sum(right.values()) >= 0.80 * (sum(asked.values()) - asked["none"]), topics
    assert min(topics.values()) >= 0.70, topics
    assert quiet["none"] >= 0.90 * asked["none"]
