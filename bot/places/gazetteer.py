"""All that is known of places, read once from ``data/`` and never changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.collecting import no_collecting
from bot.places.fold import fold
from bot.places.names import STATE_PRISON, Jails, Names, read_jails, read_names
from bot.places.place import HELD, County
from bot.places.pool import Pool, pool_of
from bot.places.reading import Reading, Readings
from bot.places.script import Scripts, read_scripts
from bot.places.slips import SWAPPED, slips
from bot.places.sound import sound
from bot.places.spelling import Speller, read_speller
from bot.places.tables import (
    State,
    read_counties,
    read_regions,
    read_state_names,
    read_states,
    read_zips,
)
from bot.places.vocabulary import DATA, PlaceDataError, Vocabulary, read_vocabulary

# A state's name of fewer letters is not mended; a longer one may have one slip in so many letters.
SHORTEST_STATE = 5
LETTERS_A_SLIP = 6
LETTERS_A_SOUND = 7
# … nor one of fewer than these, although it stands behind a name that lies in it ("provo utha").
SHORTEST_SLIPPED = 4
# Letters of a prison's name that is looked for where nothing says "jail".
SHORTEST_PRISON = 6


class UnknownCountyError(KeyError):
    """Nothing is known under this code; a code has five digits and is no region or state."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """``counties`` by FIPS code, ``states`` by postal code, ``regions`` of Connecticut to its
    counties (most people first), ``zips`` to their counties (primary first)."""

    counties: Mapping[str, County]
    states: Mapping[str, State]
    state_names: Mapping[tuple[str, ...], tuple[str, str]]
    regions: Mapping[str, tuple[str, ...]]
    zips: Mapping[str, str]
    names: Names
    jails: Jails
    speller: Speller
    scripts: Scripts
    vocabulary: Vocabulary

    def county(self, fips: str) -> County:
        """The county of a code; a Connecticut planning region leads to its largest county.

        Raises :class:`UnknownCountyError`, a ``KeyError``.
        """
        first = self.regions.get(fips, (fips,))[0]
        try:
            return self.counties[first]
        except KeyError:
            raise UnknownCountyError(
                f"no county has the FIPS code {fips!r}; use five digits, as in 26075"
            ) from None

    def readings(self, key: str) -> Readings:
        """Everything that a name (see :func:`bot.places.fold.key`) can mean."""
        return self.names.readings(key)

    def held_by(self, key: str) -> list[Reading]:
        """The prisons and centres of a name that is no town's; a town's own jail is known by it."""
        known = self.names.readings(key)
        if known:
            return list(known) if all(r.kind in HELD for r in known) else []
        return [r for r in self.jails.readings(key) if r.people >= STATE_PRISON]

    @cached_property
    def held(self) -> Pool:
        """Those names, and how they sound."""
        cores = (core for core in self.jails.cores if not self.names.has(core))
        names = [*self.names.jails, *(core for core in cores if self.held_by(core))]
        return pool_of(sorted({name for name in names if len(name) >= SHORTEST_PRISON}, key=len))

    def misspelt_state(self, said: str) -> str:
        """The postal code of the one state whose name these letters come near; else empty."""
        if len(said) < SHORTEST_STATE:
            return ""
        heard = sound(said)
        by_ear = self._states_by_sound.get(heard)
        if by_ear:
            return by_ear
        by_eye = _one_near(said, self._states_by_name, len(said) // LETTERS_A_SLIP)
        return by_eye or _one_near(heard, self._states_by_sound, len(heard) // LETTERS_A_SOUND)

    def slipped_state(self, said: str, codes: Collection[str]) -> str:
        """The one of these states whose name, however short, is said with one slip: "iwoa"."""
        if len(said) < SHORTEST_SLIPPED:
            return ""
        names = (name for name, code in self._states_by_name.items() if code in codes)
        near = {self._states_by_name[n] for n in names if slips(said, n, SWAPPED) <= SWAPPED}
        return near.pop() if len(near) == 1 else ""

    @cached_property
    def states_begin(self) -> frozenset[str]:
        """The first words of all names and codes of states."""
        return frozenset(words[0] for words in self.state_names)

    @cached_property
    def _states_by_name(self) -> Mapping[str, str]:
        return {
            name: code
            for words, (code, sort) in self.state_names.items()
            if sort == "name" and (name := "".join(words)).isascii()
        }

    @cached_property
    def _states_by_sound(self) -> Mapping[str, str]:
        return {sound(n): c for n, c in self._states_by_name.items() if len(n) > SHORTEST_STATE}

    @cached_property
    def halves_of_states(self) -> Mapping[str, tuple[str, ...]]:
        """ "carolina" -> NC and SC: the last word of two states' names that is no state's own."""
        whole = {fold(state.name) for state in self.states.values()}
        ends = ((fold(s.name).split(), s.code) for s in self.states.values())
        shared: dict[str, tuple[str, ...]] = {}
        for said, code in ends:
            if len(said) == 2 and said[1] not in whole:
                shared[said[1]] = (*shared.get(said[1], ()), code)
        return {word: codes for word, codes in shared.items() if len(codes) > 1}

    def zip_counties(self, code: str) -> tuple[str, ...]:
        """The counties of a ZIP that are worth offering; empty where it is unknown.

        Sources name a Connecticut ZIP by its old county, by its planning region, or by both.
        """
        counties = self.zips.get(code, "")
        codes = counties.split("|") if counties else []
        named = {self.county(fips).fips for fips in codes if fips not in self.regions}
        kept = (fips for fips in codes if named.isdisjoint(self.regions.get(fips, ())))
        return tuple(dict.fromkeys(self.county(fips).fips for fips in kept))

    def slug(self, county: County) -> str:
        """The county's part of a page address, unique in its state: ``jackson``, ``richmond-city``.

        A city that shares its name with a county of the same state ends in ``-city``.
        """
        return self._slugs[county.fips]

    def by_slug(self, state: str, slug: str) -> County | None:
        """The county of an address ``/c/<state>/<slug>``, any case; None where there is none."""
        return self._addresses.get((state.upper(), slug.lower()))

    @cached_property
    def only_counties(self) -> Mapping[str, County]:
        """By postal code, the county of a state or territory that has no other."""
        first = {county.state: county for county in self.counties.values()}
        several = {c.state for c in self.counties.values() if c is not first[c.state]}
        return {state: county for state, county in first.items() if state not in several}

    @cached_property
    def independent_cities(self) -> frozenset[str]:
        """FIPS codes of the cities that lie in no county (Baltimore, St. Louis, Virginia's)."""
        return frozenset(c.fips for c in self.counties.values() if c.kind == "city")

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        plain = {c.fips: fold(c.short_name).replace(" ", "-") for c in self.counties.values()}
        of_counties = {(c.state, plain[c.fips]) for c in self.counties.values() if c.kind != "city"}
        return {
            c.fips: plain[c.fips] + "-city"
            if c.kind == "city" and (c.state, plain[c.fips]) in of_counties
            else plain[c.fips]
            for c in self.counties.values()
        }

    @cached_property
    def _addresses(self) -> Mapping[tuple[str, str], County]:
        return {(c.state, self._slugs[c.fips]): c for c in self.counties.values()}


def _one_near(said: str, names: Mapping[str, str], most: int) -> str:
    """What the names within so many letters all lead to; empty where they lead to several."""
    near = process.extract(said, names.keys(), scorer=OSA.distance, score_cutoff=most, limit=5)
    codes = {names[name] for name, _, _ in near}
    return codes.pop() if len(codes) == 1 else ""


def read_gazetteer(directory: Path | None = None) -> Gazetteer:
    """Read the tables (by default those that travel with the program).

    Raises :class:`PlaceDataError` naming the file where one cannot be used.
    """
    with no_collecting():
        return _read(directory or DATA)


def _read(folder: Path) -> Gazetteer:
    states = read_states(folder / "states.csv")
    counties = read_counties(folder / "counties.csv", states)
    if len(counties) < 3000:
        raise PlaceDataError(f"{folder / 'counties.csv'}: incomplete; run `bot data build`")
    state_names = read_state_names(folder / "state_names.csv", states)
    vocabulary = read_vocabulary(DATA / "vocabulary.toml")
    foreign = {n: states[c].name for n, (c, _) in state_names.items() if not "".join(n).isascii()}
    speller = read_speller(folder / "spelling.txt", sorted(states))
    return Gazetteer(
        counties=counties,
        states=states,
        state_names=state_names,
        regions=read_regions(folder / "ct_regions.csv"),
        zips=read_zips(folder / "zips.csv"),
        names=read_names(folder, counties, speller.in_full()),
        jails=read_jails(folder / "jails.csv"),
        speller=speller,
        scripts=read_scripts(folder, foreign, vocabulary),
        vocabulary=vocabulary,
    )
