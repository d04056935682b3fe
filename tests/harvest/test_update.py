"""`bot roster update` against a server of our own that plays each fault of ICE's page."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from bot.cli import roster_update
from bot.cli.main import app as main
from bot.cli.roster import app
from bot.cli.roster_ground import read_setting
from bot.cli.roster_status import about_looks
from bot.harvest import fetching
from bot.harvest.fetching import polite_client
from bot.harvest.ice_page import list_links, newest
from bot.knowledge import Knowledge
from bot.store import looks, migrations, rosters
from bot.store.database import Database, open_database
from bot.store.looks import FAILED, NEW, UNCHANGED, Look
from tests.store.conftest import MIGRATIONS

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NAME = "participatingAgencies09282026pm.xlsx"
HEADER = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"]


@dataclass
class Site:
    """What the server answers by path, and what it was asked."""

    address: str = ""
    answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def play(self, path: str, *answers: tuple[int, dict[str, str], bytes]) -> None:
        """Answers in turn; the last one stays."""
        self.answers[path] = list(answers)

    def login(self) -> None:
        self.play("/287g", (302, {"Location": "/login"}, b""))
        self.play("/login", (200, {}, b"<form>Sign in</form>"))

    def page(self, *names: str, body: bytes | None = None) -> None:
        """A page with links to these workbooks; ``body`` is what stands behind each."""
        if body is not None:
            for name in names:
                self.play(f"/doclib/{name}", (200, {}, body))
        links = "".join(f'<a href="/doclib/{name}">list</a>' for name in names)
        self.play("/287g", (200, {"ETag": '"p1"'}, f"<html>{links}</html>".encode()))


@pytest.fixture
def site() -> Iterator[Site]:
    played = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            played.asked.append((self.path, dict(self.headers)))
            queue = played.answers.get(self.path, [(404, {}, b"no such page")])
            code, headers, body = queue.pop(0) if len(queue) > 1 else queue[0]
            if headers.get("ETag") and headers["ETag"] == self.headers.get("If-None-Match"):
                code, body = 304, b""
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", headers.get("X-Length", str(len(body))))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    played.address = f"http://127.0.0.1:{server.server_port}/287g"
    yield played
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Database]:
    database = open_database(f"sqlite:///{tmp_path}/bot.sqlite3")
    await migrations.upgrade(database, MIGRATIONS)
    yield database
    await database.close()


@pytest.fixture(scope="module")
def workbook(knowledge: Knowledge) -> Callable[..., bytes]:
    """A workbook of our own with the travelling list's rows (or the first of them)."""
    counties = knowledge.gazetteer.counties

    def made(rows: int | None = None, signed: date | None = None) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Sheet1")
        sheet.append(HEADER)
        for row in knowledge.roster.agreements[:rows]:
            county = counties[row.fips[0]].name if row.fips else "#N/A"
            state = counties[row.fips[0]].state_name if row.fips else row.state
            cells = [state.upper(), row.agency, "", county, row.model, signed or row.signed, "link"]
            sheet.append(cells)
        out = BytesIO()
        book.save(out)
        return out.getvalue()

    return made


@pytest.fixture(scope="module")
def whole(workbook: Callable[..., bytes]) -> bytes:
    return workbook()


async def look(site: Site, database: Database, now: datetime = NOW) -> Look:
    async with polite_client("https://example.org") as client:
        found = await roster_update.look_once(
            database, client, site.address, read_setting(), now, pause=0
        )
    await looks.write_look(database, found)
    return found


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["participatingAgencies05182026am.xlsx", NAME], NAME),
        (["287gParticipatingAgencies091526pm.xlsx"], "287gParticipatingAgencies091526pm.xlsx"),
        (
            ["ParticipatingAgency091826am.xlsx", "ParticipatingAgencies09172026pm.xlsx"],
            "ParticipatingAgency091826am.xlsx",
        ),
        (
            ["ParticipatingAgencies09212026am.xlsx", "ParticipatingAgencies09212026pm.xlsx"],
            "ParticipatingAgencies09212026pm.xlsx",
        ),
        (
            ["participatingAgencies09212026pm.xlsx", "participatingAgencies09212026pmB.xlsx"],
            "participatingAgencies09212026pmB.xlsx",
        ),
        (
            ["participatingAgencies09212026am.xlsx", "participatingAgencies09212026mid.xlsx"],
            "participatingAgencies09212026mid.xlsx",
        ),
        (["pendingAgencies11062025pm.xlsx", NAME], NAME),
    ],
)
def test_the_newest_list_is_found_in_any_naming_style(names: list[str], chosen: str) -> None:
    page = "".join(f"<A class=x HREF='/doclib/287g/{name}'>x</A>" for name in names)
    link = newest(list_links(page, "https://www.ice.gov/identify-and-arrest/287g"), pending=False)
    assert link is not None
    assert link.address == f"https://www.ice.gov/doclib/287g/{chosen}"


def test_other_links_of_the_page_are_no_lists() -> None:
    page = '<a href="/a.pdf">a</a><a href="/agencies.xlsx">b</a><a>c</a><a href="#x">d</a>'
    assert list_links(page, "https://www.ice.gov/") == ()


async def test_a_newer_workbook_becomes_a_draft_once(
    site: Site, opened: Database, whole: bytes
) -> None:
    site.page("participatingAgencies05182026am.xlsx", NAME)
    site.play(f"/doclib/{NAME}", (200, {}, whole))
    first = await look(site, opened)
    assert (first.outcome, first.complaint) == (NEW, "")
    (kept,) = await rosters.kept_lists(opened)
    assert (kept.list_date, kept.agreements) == (date(2026, 9, 28), 2179)
    again = await look(site, opened)
    assert (again.outcome, again.etag) == (UNCHANGED, '"p1"')
    assert len(await rosters.kept_lists(opened)) == 1
    headers = [headers for path, headers in site.asked if path == "/287g"]
    assert "Faro" in headers[0]["User-Agent"]
    assert "https://example.org" in headers[0]["User-Agent"]
    assert headers[1]["If-None-Match"] == '"p1"'
    assert "If-Modified-Since" in site.asked[-1][1], "the workbook, too, is asked for politely"


async def test_a_server_that_stumbles_is_asked_again(
    site: Site, opened: Database, whole: bytes
) -> None:
    site.page(NAME)
    site.play(f"/doclib/{NAME}", (503, {}, b""), (500, {}, b""), (200, {}, whole))
    assert (await look(site, opened)).outcome == NEW


FAULTS: dict[str, tuple[Callable[[Site], None], str]] = {
    "page gone": (lambda site: site.play("/287g", (404, {}, b"")), "HTTP 404"),
    "page refused": (lambda site: site.play("/287g", (403, {}, b"")), "HTTP 403"),
    "page broken": (lambda site: site.play("/287g", (500, {}, b"")), "after 3 tries"),
    "page changed shape": (lambda site: site.play("/287g", (200, {}, b"<p>new</p>")), "shape"),
    "page empty": (lambda site: site.play("/287g", (200, {}, b"")), "shape"),
    "redirect elsewhere": (
        lambda site: site.play("/287g", (302, {"Location": "https://login.example.org/"}, b"")),
        "another host, login.example.org",
    ),
    "redirect in a circle": (
        lambda site: site.play("/287g", (302, {"Location": "/287g"}, b"")),
        "more than 5 times",
    ),
    "redirect to a login page": (lambda site: site.login(), "login"),
    "workbook gone": (lambda site: site.page(NAME), "HTTP 404"),
    "workbook is a web page": (
        lambda site: site.page(NAME, body=b"<!DOCTYPE html><p>Sign in"),
        "web page",
    ),
    "workbook is empty": (lambda site: site.page(NAME, body=b""), "empty"),
    "workbook has no date": (lambda site: site.page("participatingAgencies.xlsx"), "--list-date"),
    "page too large": (
        lambda site: site.play("/287g", (200, {}, b"x" * 200_000)),
        "larger than",
    ),
    "answer cut off": (
        lambda site: site.play("/287g", (200, {"X-Length": "5000"}, b"<html>")),
        "after 3 tries",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_every_fault_is_a_loud_dated_complaint(
    site: Site, opened: Database, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_update, "PAGE_BYTES", 100_000)
    play, says = FAULTS[name]
    play(site)
    found = await look(site, opened)
    assert found.outcome == FAILED
    assert says in found.complaint
    assert await rosters.kept_lists(opened) == ()
    (line, *_) = about_looks(await looks.past_looks(opened), NOW)
    assert line.startswith("COMPLAINT of 2026-11-22 12:00 UTC: ")


async def test_a_workbook_that_cannot_be_right_is_no_draft(
    site: Site, opened: Database, workbook: Callable[..., bytes]
) -> None:
    site.page(NAME)
    for body, says in (
        (workbook(rows=50), "lost more than a fifth"),
        (workbook(signed=date(2026, 10, 30)), "signed later"),
    ):
        site.play(f"/doclib/{NAME}", (200, {}, body))
        found = await look(site, opened)
        assert says in found.complaint
    assert await rosters.kept_lists(opened) == ()


async def test_a_server_that_is_not_there_is_a_complaint(opened: Database) -> None:
    nowhere = Site("http://127.0.0.1:9/287g")
    assert "after 3 tries" in (await look(nowhere, opened)).complaint


async def test_a_server_that_never_ends_is_given_up(
    site: Site, opened: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.05)
    monkeypatch.setattr(fetching, "TRIES", 1)
    site.play("/287g", (200, {"X-Length": "50000000"}, b"<html>"))
    assert (await look(site, opened)).outcome == FAILED


def test_silence_of_the_timer_is_a_complaint_too() -> None:
    fresh = Look(NOW, UNCHANGED)
    assert not any("COMPLAINT" in line for line in about_looks([fresh], NOW))
    late = NOW.replace(day=27)
    assert any("does the timer run" in line for line in about_looks([fresh], late))
    assert "not been looked at" in next(about_looks([], NOW))
    failing = [Look(late, FAILED, "gone"), Look(NOW, FAILED, "gone"), replace(fresh)]
    assert any("failing since 2026-11-22" in line for line in about_looks(failing, late))


def test_the_command_ends_with_status_1_and_status_repeats_the_complaint(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_DATABASE_URL", f"sqlite:///{tmp_path}/bot.sqlite3")
    monkeypatch.setenv("BOT_ICE_PAGE_URL", site.address)
    site.play("/287g", (403, {}, b""))
    done = CliRunner().invoke(app, ["update"])
    assert done.exit_code == 1
    assert "COMPLAINT" in done.stderr
    assert "HTTP 403" in done.stderr
    assert "HTTP 403" in CliRunner().invoke(app, ["status"]).stdout
    assert "HTTP 403" in CliRunner().invoke(main, ["doctor"]).stdout
