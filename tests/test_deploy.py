"""The files for a server name commands, settings and paths that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "docs" / "deploy"
SETTINGS = {str(field.validation_alias) for field in Settings.model_fields.values()}


def test_compose_names_settings_that_exist_and_builds_from_here() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    faro = compose["services"]["faro"]
    assert set(faro["environment"]) <= SETTINGS
    assert (DEPLOY / faro["build"]["context"]).resolve() == ROOT
    assert (ROOT / faro["build"]["dockerfile"]).is_file()
    assert "bot database upgrade" in faro["command"][-1]


def test_everything_that_the_image_copies_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(), re.M)
    missing = [name for line in copied for name in line.split() if not (ROOT / name).exists()]
    assert copied
    assert not missing


def test_the_image_holds_what_python_compiled() -> None:
    """Its user may not write beside the program, and each start would compile all of it anew."""
    assert "--compile-bytecode" in (DEPLOY / "Dockerfile").read_text()


@pytest.mark.parametrize("name", ["faro.service", "Dockerfile", "compose.yaml"])
def test_a_crash_writes_no_memory_to_the_disk_and_no_file_logs_who_asked(name: str) -> None:
    text = (DEPLOY / name).read_text()
    assert "access" not in text.lower()
    assert name == "Dockerfile" or "core: 0" in text or "LimitCORE=0" in text


@pytest.mark.parametrize("name", ["Caddyfile", "nginx.conf"])
def test_a_proxy_keeps_no_log_of_who_asked_and_hides_the_counts(name: str) -> None:
    text = (DEPLOY / name).read_text()
    assert "/metrics" in text
    assert "access_log off" in text or name == "Caddyfile"
    assert not re.search(r"^\s*log\b", text, re.M)
