from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import PACKAGE, Settings, SettingsError, read_settings, travelling_folder

OUTSIDE = {
    "BOT_DATABASE_URL": "postgresql://faro:hidden-1@localhost/faro",
    "BOT_PUBLIC_URL": "https://bot.example.org",
    "TWILIO_AUTH_TOKEN": "hidden-2,hidden-3",
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_API_KEY_SID": "SK1",
    "TWILIO_API_KEY_SECRET": "hidden-4",
    "TWILIO_MESSAGING_SERVICE_SID": "MG1",
    "TWILIO_API_URL": "http://127.0.0.1:4010",
    "BOT_SECRET_KEY": "hidden-5",
    "BOT_CONTENT_DIR": "/srv/content",
    "BOT_LOCALES_DIR": "/srv/locales",
    "BOT_ORGANIZATION": "Casa Abierta",
    "BOT_CONTACT_URL": "https://casa.example.org",
    "BOT_TEXT_NUMBER": "+15175550100",
    "BOT_WHATSAPP_NUMBER": "+15175550101",
    "BOT_FONTS_DIR": "/srv/fonts",
    "BOT_ROBOTS": "noindex",
    "BOT_SESSION_HOURS": "12",
    "BOT_ROSTER_STALE_DAYS": "45",
    "BOT_UNREVIEWED": "english",
    "BOT_LOG_LEVEL": "DEBUG",
    "BOT_ICE_PAGE_URL": "https://www.ice.gov/another-page",
    "BOT_REVIEWERS": "2",
    "BOT_TEXTS_PER_HOUR": "30",
    "BOT_SAME_TEXT_LIMIT": "3",
    "BOT_BUDGET_DAY_USD": "5.50",
    "BOT_BUDGET_MONTH_USD": "100",
}


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_every_setting_has_its_promised_default() -> None:
    settings = read_settings()
    assert settings.database_url == "sqlite:///var/bot.sqlite3"
    assert (settings.session_hours, settings.roster_stale_days) == (24, 30)
    assert (settings.unreviewed, settings.log_level) == ("send", "info")
    assert (settings.text_number, settings.robots) == ("", "index")
    assert (settings.public_url, settings.twilio_auth_tokens, settings.secret_keys) == (
        None,
        (),
        (),
    )
    assert settings.content_dir == travelling_folder("content", "content")


def test_every_promised_name_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    fields, untouched = Settings.model_fields, read_settings()
    assert set(OUTSIDE) == {str(field.validation_alias) for field in fields.values()}
    for name, value in OUTSIDE.items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert not [name for name in fields if getattr(settings, name) == getattr(untouched, name)]
    tokens = [token.get_secret_value() for token in settings.twilio_auth_tokens]
    assert tokens == ["hidden-2", "hidden-3"]
    assert [key.get_secret_value() for key in settings.secret_keys] == ["hidden-5"]
    assert settings.content_dir == Path("/srv/content")
    assert settings.log_level == "debug"
    line = settings.line()
    assert (line.text_number, settings.robots) == ("+15175550100", "noindex")
    assert (line.organization, line.session_hours, line.stale_days) == ("Casa Abierta", 12, 45)
    assert not line.send_unreviewed


def test_settings_print_nothing_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in OUTSIDE.items():
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert "hidden" not in f"{settings!r} {settings}"


def test_a_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("BOT_ORGANIZATION=File\nBOT_LOG_LEVEL=error\nOTHER=1\n")
    monkeypatch.setenv("BOT_ORGANIZATION", "Environment")
    assert read_settings().organization == "Environment"
    assert read_settings().log_level == "error"
    assert read_settings(None).log_level == "info"


def test_an_empty_setting_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_PUBLIC_URL", "")
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "")
    assert read_settings().public_url is None
    assert read_settings().twilio_auth_tokens == ()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().organization = "Other"


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("BOT_DATABASE_URL", "mysql://u:hidden@h/n", "start it with sqlite"),
        ("BOT_PUBLIC_URL", "http://bot.example.org", "https address"),
        ("BOT_PUBLIC_URL", "https://bot.example.org/twilio", "without a path"),
        ("BOT_PUBLIC_URL", "https://u:hidden@bot.example.org", "address alone"),
        ("BOT_TEXT_NUMBER", "517-555-0100", "with its country"),
        ("BOT_TEXT_NUMBER", "+1517", "with its country"),
        ("BOT_WHATSAPP_NUMBER", "faro", "with its country"),
        ("BOT_PUBLIC_URL", "bot.example.org", "https address"),
        ("TWILIO_AUTH_TOKEN", "hidden,hidden,hidden", "two parted by a comma"),
        ("BOT_SECRET_KEY", "hidden,hidden,hidden", "newest first"),
        ("BOT_SESSION_HOURS", "hidden", "integer"),
        ("BOT_SESSION_HOURS", "0", "greater than 0"),
        ("BOT_UNREVIEWED", "hidden", "'send' or 'english'"),
        ("BOT_LOG_LEVEL", "hidden", "'debug'"),
    ],
)
def test_a_wrong_setting_is_named_with_its_remedy_and_not_repeated(
    name: str, value: str, remedy: str
) -> None:
    with pytest.raises(SettingsError, match=remedy) as refusal:
        read_settings(None, **{name: value})
    assert name in str(refusal.value)
    assert "hidden" not in str(refusal.value)


def test_a_public_address_loses_its_last_slash() -> None:
    assert read_settings(BOT_PUBLIC_URL="https://b.example/").public_url == "https://b.example"
    assert read_settings(BOT_PUBLIC_URL="http://localhost:80").public_url == "http://localhost:80"


def test_a_number_is_kept_in_one_form() -> None:
    assert read_settings(BOT_TEXT_NUMBER="+1 (517) 555-0100").text_number == "+15175550100"
    twilios = read_settings(BOT_WHATSAPP_NUMBER="whatsapp:+15175550100")
    assert twilios.whatsapp_number == "+15175550100"


def test_what_travels_with_the_program_is_found_in_a_checkout() -> None:
    assert travelling_folder("migrations", "alembic") == PACKAGE.parent / "alembic"
    assert read_settings().migrations_dir.joinpath("env.py").is_file()
