from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from bot.knowledge import Holder, Knowledge
from bot.publishing.open_data import COUNTY_COLUMNS, change_rows, county_rows
from bot.store.database import open_database
from bot.store.looks import FAILED, Look, write_look

if TYPE_CHECKING:
    from tests.web.conftest import Serve, Server

SCHEMA = Path(__file__).parents[2] / "docs" / "open-data.md"
ATOM = "{http://www.w3.org/2005/Atom}"


async def test_every_county_has_a_row_the_negative_ones_too(
    server: Server, knowledge: Knowledge
) -> None:
    answer = await server.client.get("/data/counties.json")
    document = answer.json()
    assert answer.headers["access-control-allow-origin"] == "*"
    assert document["list_date"] == knowledge.roster.list_date.isoformat()
    assert document["licence"] == "CC BY 4.0"
    rows = {row["fips"]: row for row in document["counties"]}
    assert set(rows) == set(knowledge.gazetteer.counties)
    assert rows["26075"]["status"] == "jail"
    assert rows["26161"]["status"] == "none"
    assert rows["26163"]["status"] == "local"
    assert rows["26049"]["left"][0]["last_seen"] < rows["26049"]["left"][0]["first_missing"]


async def test_the_csv_has_the_same_counties(server: Server, knowledge: Knowledge) -> None:
    answer = await server.client.get("/data/counties.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert tuple(rows[0]) == COUNTY_COLUMNS
    assert len(rows) == len(knowledge.gazetteer.counties)
    jackson = next(row for row in rows if row["fips"] == "26075")
    assert (jackson["status"], jackson["jail_models"]) == ("jail", "WSO")
    assert jackson["jail_run_by_listed_body"] == "yes"


async def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    first = await server.client.get("/data/counties.csv")
    again = await server.client.get(
        "/data/counties.csv", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


async def test_the_feed_of_changes_is_json_and_atom(server: Server) -> None:
    document = (await server.client.get("/data/changes.json")).json()
    kinds = {change["change"] for change in document["changes"]}
    assert {"joined", "left", "renamed"} <= kinds <= {"joined", "left", "renamed", "returned"}
    newest = document["lists"][-1]
    since = (await server.client.get("/data/changes.json?since=2026-05-18")).json()
    assert {change["list_date"] for change in since["changes"]} == {newest}
    wrong = await server.client.get("/data/changes.json?since=yesterday")
    assert wrong.status_code == 400
    feed = ElementTree.fromstring((await server.client.get("/data/changes.atom")).text)  # noqa: S314
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 200
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 200
    assert feed.findtext(f"{ATOM}updated") == f"{newest}T00:00:00Z"


def test_the_schema_names_every_field(knowledge: Knowledge) -> None:
    text = SCHEMA.read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", text))
    row = next(iter(county_rows(knowledge.roster, knowledge.custody, knowledge.gazetteer.counties)))
    assert set(row) == set(COUNTY_COLUMNS)
    assert set(row) <= named
    assert set(change_rows(knowledge.history)[0]) <= named


async def test_health_says_what_was_wrong_with_the_last_look(
    serve: Serve, knowledge: Knowledge
) -> None:
    fresh = replace(knowledge.roster, list_date=datetime.now(UTC).date())
    async with serve(Holder(replace(knowledge, roster=fresh))) as server:
        assert (await server.client.get("/health")).json()["status"] == "ok"
        database = open_database(f"sqlite:///{server.database}")
        now = datetime.now(UTC)
        await write_look(database, Look(now, FAILED, "ICE's page is gone (HTTP 404)"))
        await database.close()
        report = (await server.client.get("/health")).json()
    assert report["status"] == "degraded"
    assert report["update"]["complaint"] == "ICE's page is gone (HTTP 404)"
    assert report["update"]["at"] == now.isoformat(timespec="seconds")
    assert report["published"] == {"version": 0, "refused": None}


@pytest.mark.parametrize("path", ["/data/counties.xml", "/data/counties.json/x"])
async def test_there_is_nothing_else(server: Server, path: str) -> None:
    assert (await server.client.get(path)).status_code == 404
