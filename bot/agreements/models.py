"""The SUPPORT TYPE cell: which of the three models of 287(g) it names, and where it names two."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.agreements.agreement import JAIL_ENFORCEMENT, TASK_FORCE, WARRANT_SERVICE
from bot.agreements.marks import without_mark
from bot.agreements.spelling import fold, is_name, tidy

# Lists print "Warrant Services Officer", "Jail Enforcment Model", "Task Force Officer".
_PRINTED = {
    JAIL_ENFORCEMENT: r"jem|jail enforc\w*(?: (?:model|officer))?(?: jem)?",
    WARRANT_SERVICE: r"wso|warrant serv\w*(?: office\w*)?(?: model)?(?: wso)?",
    TASK_FORCE: r"tfm|task force(?: (?:mode\w*|officer))?(?: tfm)?",
}
_OTHERWISE = {
    JAIL_ENFORCEMENT: r"jem model|jail model(?: jem)?",
    WARRANT_SERVICE: r"wso model|warrant officer",
    TASK_FORCE: r"tfm model|taskforce(?: model| officer)?",
}
_FULL = {
    "jail enforcement model": JAIL_ENFORCEMENT,
    "warrant service officer": WARRANT_SERVICE,
    "task force model": TASK_FORCE,
}
_SLIPS = 3
_BETWEEN = re.compile(r"[;,/&+|•·\n]|\b(?:and|or|plus|both)\b", re.IGNORECASE)
_ABBREVIATIONS = re.compile(r"(?:(?:jem|wso|tfm)\W*)+", re.IGNORECASE)
_LEADING = re.compile(r"^(?:287 ?g )?(?:(?:model|type|support type) )?(?=.)")


def read_model(printed: str) -> tuple[str, tuple[str, ...]]:
    """JEM, WSO or TFM; for a kind that lists did not have before, the printed words."""
    words = tidy(printed)
    folded = _LEADING.sub("", fold(without_mark(words)))
    if not is_name(words):
        return "", ("no support type" + (f': "{words}"' if words else ""),)
    if model := _matching(_PRINTED, folded):
        return model, ()
    if model := _matching(_OTHERWISE, folded) or _misspelt(folded):
        return model, (f'support type written "{words}": {model}',)
    if model := _with_a_note(folded):
        return model, (f'support type "{words}": read as {model}, look at the rest',)
    return words, (f'support type "{words}" is not one that we know',)


def models_apart(printed: str) -> tuple[str, ...]:
    """The parts of a cell that names several models, each once; else the cell as it is."""
    between = re.compile(r"\W+") if _ABBREVIATIONS.fullmatch(tidy(printed)) else _BETWEEN
    parts = [part for part in between.split(printed) if part.strip()]
    models = [
        _matching(_PRINTED, word) or _matching(_OTHERWISE, word) or _misspelt(word)
        for word in (fold(without_mark(part)) for part in parts)
    ]
    if len(parts) < 2 or None in models or len(set(models)) < len(models):
        return (printed,)
    return tuple(tidy(part) for part in parts)


def _matching(shapes: dict[str, str], folded: str) -> str | None:
    return next((model for model, shape in shapes.items() if re.fullmatch(shape, folded)), None)


def _misspelt(folded: str) -> str | None:
    """ "warrent serivce officer": the full words with few slips; no two models are so alike."""
    near = (
        model
        for full, model in _FULL.items()
        if folded[:1] == full[0] and OSA.distance(folded, full) <= _SLIPS
    )
    return next(near, None)


def _with_a_note(folded: str) -> str | None:
    """ "Task Force Model, street only": it opens with a model and names no other."""
    named = {
        model
        for shapes in (_PRINTED, _OTHERWISE)
        for model, shape in shapes.items()
        if re.search(rf"\b(?:{shape})\b", folded)
    }
    opens = [model for model in named if re.match(rf"(?:{_PRINTED[model]})\b", folded)]
    return opens[0] if len(named) == 1 and opens else None
