from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from bot import desk
from bot.agreements.placements import read_placements
from bot.agreements.sheet import read_sheet
from bot.cli.roster_ground import read_names
from bot.harvest.history import OLDER_LISTS
from bot.knowledge import Holder, Knowledge
from bot.places.gazetteer import read_gazetteer
from bot.publishing.approvals import ACCEPT, ROSTER, Approval, verdict
from bot.publishing.documents import DocumentError, digest, snapshot_document
from bot.publishing.reading import Witnesses, place_list
from bot.refresh import Refresh
from bot.store import approvals, looks, rosters
from bot.store.database import Database
from bot.store.roster_tables import rosters as roster_table
from tests.publishing.ground import GROUND, JACKSON, SEPTEMBER, listed, says

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SHARED = Path(os.environ.get("BOT_SHARED_DIR", Path(__file__).parents[3] / "shared"))
LISTS = SHARED / "data" / "287g"
needs_lists = pytest.mark.skipif(
    not LISTS.is_dir(), reason="the gathered sources are absent; set BOT_SHARED_DIR to test them"
)
SEED = desk.seed()


async def keep(database: Database, *dropped: str, day: date = SEPTEMBER) -> None:
    """A newer list: the travelling one without the agencies of these names."""
    rows = [row for row in SEED.roster.agreements if row.agency not in dropped]
    await rosters.keep_list(database, listed(*rows, day=day), "a file", NOW)


async def test_the_same_list_twice_is_one_list(database: Database) -> None:
    first, new = await rosters.keep_list(database, listed(JACKSON), "one.xlsx", NOW)
    again, twice = await rosters.keep_list(database, listed(JACKSON), "other.xlsx", NOW)
    assert (new, twice) == (True, False)
    assert again.id == first.id
    assert len(await rosters.kept_lists(database)) == 1
    assert (await rosters.load_list(database, first.id)) == listed(JACKSON)


async def test_a_list_can_be_forgotten(database: Database) -> None:
    kept, _ = await rosters.keep_list(database, listed(JACKSON), "one.xlsx", NOW)
    assert await rosters.discard_list(database, kept.id)
    assert not await rosters.discard_list(database, kept.id)
    with pytest.raises(DocumentError):
        await rosters.load_list(database, kept.id)


async def test_what_is_published_rises_by_one_and_nobody_overtakes(database: Database) -> None:
    assert await rosters.newest(database) is None
    assert await rosters.newest_version(database) == 0
    made = await rosters.publish(database, SEED, 0, "Ann", NOW)
    assert made.version == 1
    assert await rosters.load_roster(database, 1) == SEED
    with pytest.raises(rosters.PublishedMeanwhileError):
        await rosters.publish(database, SEED, 0, "Ben", NOW)
    assert [each.version for each in await rosters.published(database)] == [1]


async def test_approvals_of_every_area_are_kept_in_one_place(database: Database) -> None:
    one = Approval(ROSTER, "left:MI:a:WSO", "f" * 16, ACCEPT, "Ann", NOW, "{}")
    other = Approval("content", "detainer/es", "a" * 64, ACCEPT, "Eva", NOW)
    await approvals.record(database, one)
    await approvals.record(database, other)
    assert await approvals.recorded(database, ROSTER) == (one,)
    (kept,) = await approvals.recorded(database, "content")
    assert verdict([kept], "content", "detainer/es", "a" * 64, 1).decision == ACCEPT


async def test_looks_are_kept_newest_first_and_not_for_ever(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "KEPT", 3)
    for number in range(6):
        await looks.write_look(database, looks.Look(NOW, looks.UNCHANGED, str(number)))
    assert [each.complaint for each in await looks.past_looks(database)] == ["5", "4", "3"]


async def test_a_draft_is_published_and_what_waits_is_not(database: Database) -> None:
    await keep(database, "Anniston Police Department")
    lying = await desk.look(database, GROUND, 1)
    assert lying.prepared is not None
    (waiting,) = lying.prepared.waiting()
    await desk.publish(database, lying, GROUND, "Ann", NOW)
    version, snapshot = await desk.current(database)
    assert (version, snapshot.roster.list_date) == (1, SEPTEMBER)
    assert len(snapshot.roster.agreements) == 2179
    await approvals.record(database, says(waiting, ACCEPT))
    await desk.publish(database, await desk.look(database, GROUND, 1), GROUND, "Ann", NOW)
    version, snapshot = await desk.current(database)
    assert (version, len(snapshot.roster.agreements)) == (2, 2178)
    assert "Anniston Police Department" in {gone.agency for gone in snapshot.roster.left}
    assert snapshot.history.lists[-1].list_date == SEPTEMBER
    assert "Anniston Police Department" in {each.agency for each in snapshot.history.departures()}


async def test_publishing_twice_changes_nothing(database: Database) -> None:
    await keep(database)
    assert await desk.publish(database, await desk.look(database, GROUND, 1), GROUND, "A", NOW)
    again = await desk.look(database, GROUND, 1)
    assert await desk.publish(database, again, GROUND, "A", NOW) is None


async def test_a_roster_that_lost_a_fifth_is_not_published(database: Database) -> None:
    few = SEED.roster.agreements[:5]
    await rosters.keep_list(database, listed(*few), "cut off", NOW)
    lying = await desk.look(database, GROUND, 1)
    assert lying.prepared is not None
    # Not even where every departure were taken as decided.
    cut = replace(lying, prepared=replace(lying.prepared, differences=()))
    with pytest.raises(desk.NotPublishedError, match="shrank"):
        await desk.publish(database, cut, GROUND, "A", NOW)
    assert await rosters.newest(database) is None


async def test_a_running_server_swaps_once_and_refuses_a_damaged_roster(
    database: Database, knowledge: Knowledge
) -> None:
    holder, refresh = Holder(knowledge), Refresh()
    assert not await refresh.once(holder, database), "nothing is published"
    await rosters.publish(database, SEED, 0, "Ann", NOW)
    assert await refresh.once(holder, database)
    served = holder.current
    assert served is not knowledge
    assert served.version == "roster-1-2026-07-24"
    assert not await refresh.once(holder, database), "it is served already"
    few = replace(SEED.roster, agreements=SEED.roster.agreements[:9])
    await rosters.publish(database, replace(SEED, roster=few), 1, "Ann", NOW)
    assert not await refresh.once(holder, database)
    assert holder.current is served
    assert "shrank" in refresh.refusal
    await rosters.publish(database, SEED, 2, "Ann", NOW)
    async with database.engine.begin() as connection:
        await connection.execute(update(roster_table).values(document=b"damaged"))
    assert not await refresh.once(holder, database)
    assert "publish it again" in refresh.refusal or "import the list again" in refresh.refusal
    assert holder.current is served


async def test_a_complaint_about_the_page_is_logged_once(database: Database) -> None:
    refresh = Refresh()
    await looks.write_look(database, looks.Look(NOW, looks.FAILED, "HTTP 404"))
    with capture_logs() as logged:
        await refresh.complain(database)
        await refresh.complain(database)
        await looks.write_look(database, looks.Look(NOW, looks.UNCHANGED))
        await refresh.complain(database)
    assert [(line["log_level"], line["complaint"]) for line in logged] == [("error", "HTTP 404")]


async def test_a_sound_roster_after_a_refused_one_is_served(
    database: Database, knowledge: Knowledge
) -> None:
    holder, refresh = Holder(knowledge), Refresh()
    few = replace(SEED.roster, agreements=SEED.roster.agreements[:9])
    await rosters.publish(database, replace(SEED, roster=few), 0, "Ann", NOW)
    assert not await refresh.once(holder, database)
    await rosters.publish(database, SEED, 1, "Ann", NOW)
    assert await refresh.once(holder, database)
    assert (refresh.version, refresh.refusal) == (2, "")


async def test_a_release_with_a_newer_list_is_not_set_back(
    database: Database, knowledge: Knowledge
) -> None:
    older = replace(SEED, roster=replace(SEED.roster, list_date=date(2026, 5, 18)))
    await rosters.publish(database, older, 0, "Ann", NOW)
    holder, refresh = Holder(knowledge), Refresh()
    assert not await refresh.once(holder, database)
    assert refresh.refusal == ""
    assert (await desk.current(database))[1].roster.list_date == date(2026, 7, 24)


async def test_a_running_server_goes_back_with_the_roster(
    database: Database, knowledge: Knowledge
) -> None:
    await keep(database)
    await desk.publish(database, await desk.look(database, GROUND, 1), GROUND, "Ann", NOW)
    holder, refresh = Holder(knowledge), Refresh()
    assert await refresh.once(holder, database)
    assert holder.current.roster.list_date == SEPTEMBER
    lying = await desk.look(database, GROUND, 1)
    assert await desk.publish_again(database, lying, 0, GROUND, "Ben", NOW)
    assert await refresh.once(holder, database)
    assert holder.current.roster == SEED.roster
    with pytest.raises(desk.NotPublishedError, match="no version 7"):
        await desk.publish_again(database, lying, 7, GROUND, "Ben", NOW)


@needs_lists
async def test_the_real_lists_in_order_of_date_rebuild_the_history(database: Database) -> None:
    """The same bytes from every database, on every run, and the history that travels."""
    gazetteer = read_gazetteer()
    witnesses = Witnesses(read_names(gazetteer, GROUND.custody), read_placements())
    for day, name in (*OLDER_LISTS, (date(2026, 7, 24), "ice_287g-20260724.csv")):
        placed = place_list(read_sheet(LISTS / name), day, witnesses, SEED.roster)
        await rosters.keep_list(database, placed, name, NOW)
        assert not (await rosters.keep_list(database, placed, name, NOW))[1]
    lying = await desk.look(database, GROUND, 1)
    assert lying.prepared is not None
    assert lying.prepared.differences == ()
    made = await desk.publish(database, lying, GROUND, "Ann", NOW)
    assert made is not None
    assert made.digest == digest(snapshot_document(SEED))
