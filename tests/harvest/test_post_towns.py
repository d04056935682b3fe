"""Towns that are known by the addresses of jails, sheriffs and police."""

from __future__ import annotations

from bot.harvest.post_towns import PlaceRow, post_towns, towns_with_jails, with_jails


def row(city: str, *, state: str = "CA", county: str = "06067", **more: str) -> dict[str, str]:
    return {"city": city, "state": state, "county_fips": county, **more}


def place(name: str, county: str) -> PlaceRow:
    return (name.lower(), name, "GA", "city", county, "800")


def test_an_unknown_town_with_a_jail_is_added() -> None:
    jails = [row("REPRESA", status="open")]
    assert post_towns(set(), jails, []) == [("represa", "Represa", "CA", "cdp", "06067", "500")]


def test_a_closed_jail_or_a_single_address_makes_no_town() -> None:
    assert post_towns(set(), [row("REPRESA", status="closed")], [row("CLAY")]) == []


def test_two_agencies_at_one_town_do() -> None:
    assert [town[1] for town in post_towns(set(), [], [row("CLAY"), row("CLAY")])] == ["Clay"]


def test_what_comes_near_a_known_name_is_mistyped_unless_two_have_written_it() -> None:
    known = {("hammonton", "NJ")}
    jails = [row("HAMMONDTON", state="NJ", county="34007", status="open")]
    assert post_towns(known, jails, []) == []
    assert len(post_towns(known, jails, [row("HAMMONDTON", state="NJ", county="34007")])) == 1


def test_a_known_town_is_not_added_again() -> None:
    assert post_towns({("represa", "CA")}, [row("REPRESA", status="open")], []) == []


def test_towns_with_a_jail_or_a_sheriff_are_marked() -> None:
    towns = towns_with_jails([row("LUMPKIN", state="GA", county="13259", status="open")])
    places = [place("Lumpkin", "13259"), place("Newton", "13007")]
    assert [marked[-1] for marked in with_jails(places, towns)] == ["1", ""]
