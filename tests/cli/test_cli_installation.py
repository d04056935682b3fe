from __future__ import annotations

import json
import shutil
from importlib.util import cache_from_source
from pathlib import Path
from typing import NoReturn

import pytest
import uvicorn
from typer.testing import CliRunner

from bot.cli import doctor as doctor_room
from bot.cli.main import app
from bot.settings import read_settings
from bot.web import life

run = CliRunner()
NAMES = (
    *("BOT_DATABASE_URL", "BOT_PUBLIC_URL", "BOT_SECRET_KEY", "BOT_ORGANIZATION"),
    *("BOT_CONTACT_URL", "TWILIO_AUTH_TOKEN", "BOT_CONTENT_DIR", "BOT_ROSTER_STALE_DAYS"),
)


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder and an environment without settings."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def doctor(**environment: str) -> tuple[int, dict[str, tuple[str, str]]]:
    """Exit status, and for each ``what`` its verdict and remedy."""
    done = run.invoke(app, ["doctor", "--json"], env=environment)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return done.exit_code, {each["what"]: (each["verdict"], each["remedy"]) for each in found}


def verdict(found: dict[str, tuple[str, str]], beginning: str) -> str:
    return next(each[0] for what, each in found.items() if what.startswith(beginning))


def test_a_fresh_installation_works_and_is_told_what_it_lacks() -> None:
    status, found = doctor(BOT_ROSTER_STALE_DAYS="1")
    assert status == 0
    for missing in ("TWILIO_AUTH_TOKEN", "BOT_PUBLIC_URL", "BOT_ORGANIZATION", "BOT_CONTACT_URL"):
        assert verdict(found, missing) == "missing"
    assert verdict(found, "ICE's list of") == "stale"
    assert verdict(found, "the embedded database") == "ok"


def test_everything_that_is_not_well_comes_with_a_remedy() -> None:
    _, found = doctor(TWILIO_AUTH_TOKEN="a,b", BOT_ROSTER_STALE_DAYS="1")
    assert all(remedy for each, remedy in found.values() if each != "ok")


def test_a_complete_installation_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("resource.getrlimit", lambda _which: (0, 0))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setenv("BOT_SECRET_KEY", "hidden-token-" * 5)
    run.invoke(app, ["database", "upgrade"])
    status, found = doctor(
        TWILIO_AUTH_TOKEN="0123456789abcdef0123456789abcdef",
        BOT_BUDGET_DAY_USD="20",
        BOT_BUDGET_MONTH_USD="200",
        BOT_PUBLIC_URL="https://bot.example.org",
        BOT_ORGANIZATION="Casa Abierta",
        BOT_CONTACT_URL="https://casa.example.org",
        BOT_ROSTER_STALE_DAYS="100000",
    )
    assert status == 0
    assert {each for each, _ in found.values()} == {"ok"}
    assert "hidden-token" not in str(found)


def test_files_that_others_can_read_are_unsafe(installation: Path) -> None:
    run.invoke(app, ["database", "upgrade"])
    (installation / ".env").write_text("TWILIO_AUTH_TOKEN=0123456789abcdef0123456789abcdef\n")
    for path in (".env", "var/bot.sqlite3", "var/bot.secret-key"):
        (installation / path).chmod(0o644)
    status, found = doctor()
    assert status == 1
    unsafe = [what for what, (each, _) in found.items() if each == "unsafe"]
    assert [what.rpartition(" ")[2] for what in unsafe] == [
        ".env",
        "var/bot.sqlite3",
        "var/bot.secret-key",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_PUBLIC_URL", "http://bot.example.org"),
        ("BOT_SECRET_KEY", "short"),
        ("BOT_CONTENT_DIR", "/nowhere"),
        ("BOT_DATABASE_URL", "postgresql://u:hidden@127.0.0.1:1/faro"),
    ],
)
def test_what_keeps_it_from_working_is_found(name: str, value: str) -> None:
    status, found = doctor(**{name: value})
    assert status == 1
    assert "hidden" not in str(found)


def test_the_doctor_looks_and_makes_nothing(installation: Path) -> None:
    _, found = doctor()
    assert found["the embedded database is made by the first start"] == ("ok", "")
    assert list(installation.iterdir()) == []
    assert doctor(BOT_SECRET_KEY="short")[0] == 1
    assert list(installation.iterdir()) == []
    run.invoke(app, ["database", "upgrade"])
    (installation / "var" / "bot.secret-key").unlink()
    before = (installation / "var" / "bot.sqlite3").read_bytes()
    _, found = doctor()
    assert verdict(found, "var/bot.secret-key") == "missing"
    assert not (installation / "var" / "bot.secret-key").exists()
    assert (installation / "var" / "bot.sqlite3").read_bytes() == before


def test_a_folder_in_which_no_database_can_be_made_is_unsafe(
    installation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    status, found = doctor()
    assert status == 1
    assert verdict(found, f"var/bot.sqlite3 cannot be made: {installation}") == "unsafe"


def test_the_report_for_people_has_a_line_for_each_finding_and_remedy() -> None:
    done = run.invoke(app, ["doctor"])
    assert "missing  BOT_PUBLIC_URL" in done.stdout
    assert "→ set it to the https address" in done.stdout


def test_the_embedded_database_is_made_by_upgrade(installation: Path) -> None:
    done = run.invoke(app, ["database", "upgrade"])
    assert done.exit_code == 0
    assert done.stdout == ""
    assert (installation / "var" / "bot.sqlite3").stat().st_size > 0


@pytest.mark.parametrize("command", [["database", "upgrade"], ["serve"]])
def test_a_wrong_setting_ends_a_command_with_its_remedy(command: list[str]) -> None:
    done = run.invoke(app, command, env={"BOT_DATABASE_URL": "mysql://u:hidden@h/n"})
    assert done.exit_code == 1
    assert "BOT_DATABASE_URL: start it with sqlite:/// or postgresql://" in done.stderr
    assert "hidden" not in done.stderr


def test_a_server_that_is_down_is_told_without_its_password() -> None:
    address = "postgresql://u:hidden@127.0.0.1:1/faro"
    environment = {"BOT_DATABASE_URL": address, "BOT_SECRET_KEY": "k" * 40}
    done = run.invoke(app, ["database", "upgrade"], env=environment)
    assert done.exit_code == 1
    assert "is the server running?" in done.stderr
    assert "hidden" not in done.stderr


@pytest.fixture
def one_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One language's questions are learned: eleven take many seconds."""
    content = tmp_path / "content"
    shutil.copytree(read_settings(None).content_dir, content)
    for file in (content / "questions").glob("*.txt"):
        if file.name != "en.txt":
            file.unlink()
    monkeypatch.setenv("BOT_CONTENT_DIR", str(content))


@pytest.mark.usefixtures("one_language")
def test_serve_prints_where_to_try_it_and_keeps_no_access_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[tuple[tuple[object, ...], dict[str, object]]] = []
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "given")  # it would be set for later tests
    monkeypatch.setattr(uvicorn, "run", lambda *args, **named: calls.append((args, named)))
    done = run.invoke(app, ["serve", "--port", "8123", "--workers", "2"])
    assert done.exit_code == 0
    assert "http://127.0.0.1:8123/" in done.stderr
    (((program,), named),) = calls
    assert program == "bot.web.app:create_app"
    assert (named["factory"], named["workers"], named["access_log"]) == (True, 2, False)


@pytest.fixture
def bytecode(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it made of a file that every server reads: nothing is there yet, and
    no import leaves it there."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    compiled = Path(cache_from_source(str(life.__file__)))
    compiled.unlink(missing_ok=True)
    return compiled


@pytest.mark.usefixtures("one_language")
def test_what_a_start_needs_is_learned_while_the_old_server_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bytecode: Path
) -> None:
    monkeypatch.setattr(uvicorn, "run", None)
    done = run.invoke(app, ["serve", "--prepare"])
    assert (done.exit_code, done.stdout) == (0, "Ready: now restart the server.\n")
    assert bytecode.exists()
    assert (tmp_path / "var" / "knowledge.ready").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("one_language")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_first_start_has_another_process_learn_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bytecode: Path, workers: str
) -> None:
    """It keeps what that took of memory, and of several workers none learns for itself."""

    def learned_here(*_given: object) -> NoReturn:
        raise AssertionError

    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "given")  # it would be set for later tests
    monkeypatch.setattr(uvicorn, "run", lambda *_given, **_named: None)
    monkeypatch.setattr("bot.ready_knowledge.read_knowledge", learned_here)
    monkeypatch.setattr("bot.knowledge.read_knowledge", learned_here)
    done = run.invoke(app, ["serve", "--workers", workers])
    assert done.exit_code == 0, done.stderr
    assert done.stderr.startswith("A first start learns what it needs: half a minute.\nTry it at")
    assert (tmp_path / "var" / "knowledge.ready").exists()
    assert bytecode.exists()
    again = run.invoke(app, ["serve", "--workers", workers])
    assert again.stderr.startswith("Try it at")


def test_where_nothing_can_be_kept_ready_the_folder_to_make_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOT_DATABASE_URL", "postgresql://faro@127.0.0.1/faro")
    monkeypatch.setenv("BOT_SECRET_KEY", "a secret that only these tests have at all")
    monkeypatch.setattr("bot.ready_knowledge.ready_knowledge", lambda *_given: None)
    done = run.invoke(app, ["serve", "--prepare"])
    assert done.exit_code == 1
    assert done.stderr == "Nothing can be kept in var: make that folder.\n"


def test_a_file_that_only_another_user_may_look_at_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr("bot.cli.doctor.Path.exists", refused)
    findings = list(doctor_room._files(read_settings(None)))
    assert findings
    assert all("as the user of the server" in finding.remedy for finding in findings)
