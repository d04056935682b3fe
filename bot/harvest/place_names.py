"""The names under which jails and ICE facilities are filed: what is left of an official name
when the words that every jail has ("county", "jail", "correctional", "center") are taken away."""

from __future__ import annotations

import re
from collections import Counter

from bot.places.fold import fold, words
from bot.places.vocabulary import Vocabulary, read_vocabulary

Row = dict[str, str]
JailRow = tuple[str, str, str, str, str, str]

_ANY_JAIL = {"jail", "jails", "sheriff", "sheriffs", "detention"}
_SMALL = {"Of", "And", "The", "For", "At", "In"}


def jail_rows(jails: list[Row], ice: list[Row]) -> tuple[list[JailRow], tuple[str, ...]]:
    """Rows of jails.csv: key, label, state, kind, counties, record; and the notes."""
    known = read_vocabulary()
    rows: list[JailRow] = []
    left_out: Counter[str] = Counter()
    for row in jails:
        reason = _unwanted(row)
        if reason:
            left_out[reason] += 1
            continue
        rows += _named(row["facility_name"], row, _record(row), row["operator_type"], known)
    for row in ice:
        if not row["county_fips"]:
            left_out["ICE facility without a county"] += 1
            continue
        rows += _named(row["facility_name"], row, ice_record(row), "ice", known)
    notes = [f"{count} left out: {reason}" for reason, count in sorted(left_out.items())]
    return sorted(set(rows)), (f"jails: {len(jails)}", f"ICE facilities: {len(ice)}", *notes)


def ice_record(row: Row) -> str:
    """``ice-adams-county-correctional-center-ms``: the id the custody tables use as well."""
    return f"ice-{fold(row['facility_name']).replace(' ', '-')}-{row['state'].lower()}"


def _unwanted(row: Row) -> str:
    if row["status"] == "closed":
        return "closed"
    if row["juvenile"] == "1":
        return "for minors"
    return "" if row["county_fips"] else "without a county"


def _record(row: Row) -> str:
    return f"hifld-{row['source'].rsplit(' ', 1)[-1]}"


def _named(name: str, row: Row, record: str, kind: str, known: Vocabulary) -> list[JailRow]:
    """One row per way to file the name: with and without what stands in brackets or after "/"."""
    keys = {core for part in _parts(name) if (core := jail_core(part, known))}
    in_full = {f"~{''.join(words(part))}" for part in _parts(name)
               if jail_core(part, known) and not _is_any_jail(part)}  # fmt: skip
    county = "".join(words(row["county_name"].removesuffix(" County").removesuffix(" Parish")))
    label = _title(name)
    if kind == "county" and ("sheriff" in fold(name) or "county" in fold(name).split()):
        keys = {core for core in keys if core != county} | {f"={row['county_fips']}"}
    return [
        (k, label, row["state"], kind or "unknown", row["county_fips"], record)
        for k in keys | in_full
    ]


def _is_any_jail(name: str) -> bool:
    """ "Harris County Jail" is what people call the jail of any Harris County; the full name of
    "Plymouth County Correctional Facility" is one place's."""
    said = set(words(name))
    return bool(said & {"county", "parish"}) and bool(said & _ANY_JAIL)


def _parts(name: str) -> list[str]:
    plain = re.sub(r"\([^)]*\)?", " ", name)
    inside = re.findall(r"\(([^)]{6,})\)", name)
    return [plain, *plain.split("/"), *(i for i in inside)]


def jail_core(name: str, known: Vocabulary) -> str:
    """ "STEWART DETENTION CENTER" -> ``stewart``; empty when only common words are left."""
    said = [word for word in words(name) if word not in known.jail_common]
    left = [word for word in said if len(word) > 1] or said  # people leave out initials
    core = "".join(left)
    return core if len(core) >= 4 and not core.isdigit() else ""


def _title(name: str) -> str:
    titled = " ".join(_word(word) for word in name.split())
    return titled[:1].upper() + titled[1:]


def _word(word: str) -> str:
    title = re.sub(r"'S\b", "'s", word.title())
    if title in _SMALL:
        return title.lower()
    if word in {"ICE", "USP", "FCI", "MDC", "MCC", "FDC", "CCA", "ADX", "II", "III", "IV"}:
        return word
    return title
