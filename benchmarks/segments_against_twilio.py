"""Compare our segment count with Twilio's own calculator (npm sms-segments-calculator 1.3.0).

    npm install --prefix DIR sms-segments-calculator@1.3.0
    uv run python benchmarks/segments_against_twilio.py DIR [messages]

Prints how many random messages agree; a disagreement where a grapheme cluster straddles a
boundary is expected and counted apart: those texts hold a combining mark, a joiner or a flag.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import unicodedata

from bot.rendering.segments import GSM_BASIC, GSM_EXTENSION, measure

NODE = """
const { SegmentedMessage } = require(process.argv[1] + '/node_modules/sms-segments-calculator');
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
console.log(JSON.stringify(texts.map((text) => {
  const message = new SegmentedMessage(text);
  return [message.encodingName, message.segmentsCount];
})));
"""
ALPHABETS = (
    "".join(sorted(GSM_BASIC)),
    "".join(sorted(GSM_BASIC | GSM_EXTENSION)),
    "áéíóúñ abcdefghij€",
    "你好移民局的拘留令",
    "Привет как дела",
    "اعتقل زوجي في مقاطعة",
    "😀🙏a😢",
    "e\u0301a\u0300 xo",
    "👩\u200d👧🇲🇽ab",
)


def main() -> None:
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    source = random.Random(7)
    texts = [
        "".join(source.choices(source.choice(ALPHABETS), k=source.randint(0, 500)))
        for _ in range(count)
    ]
    run = subprocess.run(
        ["node", "-e", NODE, folder],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    ours = [[cost.encoding, cost.segments] for cost in map(measure, texts)]
    pairs = list(zip(texts, ours, json.loads(run.stdout), strict=True))
    differ = [(text, mine, theirs) for text, mine, theirs in pairs if mine != theirs]
    plain = [entry for entry in differ if not any(map(_joins, entry[0]))]
    print(
        f"{count} messages: {count - len(differ)} agree, {len(differ) - len(plain)} differ with "
        f"grapheme clusters, {len(plain)} differ otherwise"
    )
    for text, mine, theirs in (plain or differ)[:5]:
        print(repr(text), mine, theirs)
    sys.exit(1 if plain else 0)


def _joins(character: str) -> bool:
    category = unicodedata.category(character)
    return category.startswith("M") or character == "\u200d" or "🇦" <= character <= "🇿"


if __name__ == "__main__":
    main()
