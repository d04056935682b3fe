"""The environment (or a ``.env`` file) as one frozen value; read only by web/app.py and cli/."""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, cast
from urllib.parse import urlsplit

import phonenumbers
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PositiveInt,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.line import Line

PACKAGE = Path(__file__).parent


class SettingsError(ValueError):
    """A setting cannot be used; the message names it and says what to put there."""


def travelling_folder(in_wheel: str, in_checkout: str) -> Path:
    """Where a folder that travels with the program lies: in the package when it was installed
    from a wheel, beside the package in a checkout."""
    inside = PACKAGE / in_wheel
    return inside if inside.is_dir() else PACKAGE.parent / in_checkout


def _split(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _two_at_most(secrets: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
    if len(secrets) > 2:
        raise ValueError("give one value, or two parted by a comma, newest first")
    return secrets


def _public_address(value: str) -> str:
    parts = urlsplit(value)
    try:
        parts.port  # noqa: B018 - only looking at it finds ":abc"
    except ValueError:
        raise ValueError("the port behind the colon is no number from 1 to 65535") from None
    local = parts.hostname in ("localhost", "127.0.0.1")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise ValueError("give the https address that Twilio calls, as https://bot.example.org")
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment or "@" in value:
        raise ValueError("give the address alone, without a path, as https://bot.example.org")
    return value.rstrip("/")


def _phone_number(value: str) -> str:
    """A number in E.164; the library knows which numbers a country can have."""
    remedy = "write the number with its country, as +15175550100"
    try:
        number = phonenumbers.parse(value) if value else None
    except phonenumbers.NumberParseException:
        raise ValueError(remedy) from None
    if number is None:
        return ""
    if not phonenumbers.is_possible_number(number):
        raise ValueError(remedy)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _page_address(value: str) -> str:
    parts = urlsplit(value)
    local = parts.hostname in ("localhost", "127.0.0.1")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise ValueError("give the https address of ICE's page of 287(g) lists")
    return value


def _database_address(value: str) -> str:
    if value.partition(":")[0] not in ("sqlite", "postgresql", "postgres"):
        raise ValueError("start it with sqlite:/// or postgresql://, without a driver's name")
    return value


Secrets = Annotated[
    tuple[SecretStr, ...], NoDecode, BeforeValidator(_split), AfterValidator(_two_at_most)
]

Dollars = Annotated[Decimal, Field(gt=0, le=1_000_000, allow_inf_nan=False)]


class Settings(BaseSettings):
    """Every setting of this program. Made by :func:`read_settings`, never changed.

    ``database_url`` may hold a password and is left out of ``repr``; tokens and keys cannot
    print their value.
    """

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    database_url: Annotated[str, AfterValidator(_database_address)] = Field(
        default="sqlite:///var/bot.sqlite3", validation_alias="BOT_DATABASE_URL", repr=False
    )
    public_url: Annotated[str, AfterValidator(_public_address)] | None = Field(
        default=None, validation_alias="BOT_PUBLIC_URL"
    )
    twilio_auth_tokens: Secrets = Field(default=(), validation_alias="TWILIO_AUTH_TOKEN")
    twilio_account_sid: str = Field(default="", validation_alias="TWILIO_ACCOUNT_SID")
    twilio_api_key_sid: str = Field(default="", validation_alias="TWILIO_API_KEY_SID")
    twilio_api_key_secret: SecretStr = Field(
        default=SecretStr(""), validation_alias="TWILIO_API_KEY_SECRET"
    )
    twilio_messaging_service_sid: str = Field(
        default="", validation_alias="TWILIO_MESSAGING_SERVICE_SID"
    )
    twilio_api_url: str | None = Field(default=None, validation_alias="TWILIO_API_URL")
    secret_keys: Secrets = Field(default=(), validation_alias="BOT_SECRET_KEY")
    content_dir: Path = Field(
        default_factory=lambda: travelling_folder("content", "content"),
        validation_alias="BOT_CONTENT_DIR",
    )
    locales_dir: Path = Field(
        default_factory=lambda: travelling_folder("locales", "locales"),
        validation_alias="BOT_LOCALES_DIR",
    )
    organization: str = Field(default="", validation_alias="BOT_ORGANIZATION")
    contact_url: str = Field(default="", validation_alias="BOT_CONTACT_URL")
    text_number: Annotated[str, AfterValidator(_phone_number)] = Field(
        default="", validation_alias="BOT_TEXT_NUMBER"
    )
    whatsapp_number: Annotated[str, AfterValidator(_phone_number)] = Field(
        default="", validation_alias="BOT_WHATSAPP_NUMBER"
    )
    fonts_dir: Path | None = Field(default=None, validation_alias="BOT_FONTS_DIR")
    robots: Literal["index", "noindex"] = Field(default="index", validation_alias="BOT_ROBOTS")
    session_hours: int = Field(default=24, gt=0, le=8760, validation_alias="BOT_SESSION_HOURS")
    roster_stale_days: PositiveInt = Field(default=30, validation_alias="BOT_ROSTER_STALE_DAYS")
    ice_page_url: Annotated[str, AfterValidator(_page_address)] = Field(
        default="https://www.ice.gov/identify-and-arrest/287g", validation_alias="BOT_ICE_PAGE_URL"
    )
    reviewers: Annotated[int, Field(ge=1, le=2)] = Field(
        default=1, validation_alias="BOT_REVIEWERS"
    )
    unreviewed: Literal["send", "english"] = Field(
        default="send", validation_alias="BOT_UNREVIEWED"
    )
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        BeforeValidator(lambda value: value.lower() if isinstance(value, str) else value),
    ] = Field(default="info", validation_alias="BOT_LOG_LEVEL")
    texts_per_hour: PositiveInt = Field(default=60, validation_alias="BOT_TEXTS_PER_HOUR")
    same_text_limit: PositiveInt = Field(default=5, validation_alias="BOT_SAME_TEXT_LIMIT")
    budget_day: Dollars | None = Field(default=None, validation_alias="BOT_BUDGET_DAY_USD")
    budget_month: Dollars | None = Field(default=None, validation_alias="BOT_BUDGET_MONTH_USD")

    @property
    def migrations_dir(self) -> Path:
        return travelling_folder("migrations", "alembic")

    @property
    def carrier_login(self) -> tuple[str, str, str] | None:
        """(account, user, password) for Twilio's API: an API key where there is one, else the
        auth token; None where the account's SID is not set."""
        account, key = self.twilio_account_sid, self.twilio_api_key_sid
        if account and key and self.twilio_api_key_secret.get_secret_value():
            return account, key, self.twilio_api_key_secret.get_secret_value()
        if account and self.twilio_auth_tokens:
            return account, account, self.twilio_auth_tokens[0].get_secret_value()
        return None

    def line(self) -> Line:
        """Who runs this line and how, as the texts need it."""
        return Line(
            organization=self.organization,
            contact_url=self.contact_url,
            text_number=self.text_number,
            session_hours=self.session_hours,
            stale_days=self.roster_stale_days,
            send_unreviewed=self.unreviewed == "send",
            forgets_at_carrier=self.carrier_login is not None,
        )


def read_settings(env_file: Path | None = Path(".env"), **named: object) -> Settings:
    """Read the environment, then ``env_file``; ``named`` values (``BOT_LOG_LEVEL="debug"``) win.

    Raises :class:`SettingsError` with one line for each wrong setting; no line repeats the
    value that was given, because it may be a secret.
    """
    make = cast(Callable[..., Settings], Settings)
    if env_file is not None and env_file.exists() and not os.access(env_file, os.R_OK):
        if not any(name.startswith(("BOT_", "TWILIO_")) for name in os.environ):
            raise SettingsError(
                f"{env_file} cannot be read by this user: chown it to the one who runs this"
            )
        env_file = None  # a service manager has read it for us, as root
    try:
        return make(_env_file=env_file, **named)
    except ValidationError as error:
        lines = [f"{_name(fault['loc'])}: {_remedy(fault['msg'])}" for fault in error.errors()]
        raise SettingsError("\n".join(lines)) from None


def _name(location: tuple[int | str, ...]) -> str:
    return str(location[0]) if location else "settings"


def _remedy(complaint: str) -> str:
    return complaint.removeprefix("Value error, ")
