"""What we send to Twilio is what Twilio's own published specification takes.

The specification is served by Prism; both come from npm, and where they cannot be had this is
left out, and says so.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.twilio.rest import CarrierError, Copies, Credentials
from tests.carrier import ACCOUNT

SPECIFICATION = "@twilio/cli-core@8.3.2"
PRISM = "@stoplight/prism-cli@5.14.2"
INSIDE = "package/src/services/twilio-api/twilio_api_v2010.json"
INSTALL_SECONDS = 120
MESSAGE = "SM" + "0" * 32


def _npm(folder: Path, *command: str) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=INSTALL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        pytest.skip("npm is not here, or answers too slowly")
    if done.returncode:
        pytest.skip("npm cannot fetch Twilio's specification or Prism here")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("npm") is None:
        pytest.skip("npm is not here: it brings Twilio's specification")
    folder = tmp_path_factory.mktemp("prism")
    _npm(folder, "npm", "pack", "--silent", SPECIFICATION)
    (archive,) = folder.glob("*.tgz")
    _npm(folder, "tar", "xzf", archive.name, INSIDE)
    _npm(folder, "npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", PRISM)
    return folder


@pytest.fixture(scope="module")
def twilio(folder: Path) -> Iterator[str]:
    """Prism's address, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ("node_modules/.bin/prism", "mock", "-h", "127.0.0.1", "-p", str(port), INSIDE)
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert server.stdout is not None
    try:
        # It says so once it listens; where it cannot start, its output ends.
        if not any(b"is listening" in line for line in server.stdout):
            pytest.skip("Prism does not start here")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


@pytest.fixture
def copies(twilio: str) -> Copies:
    return Copies(Credentials(ACCOUNT, "SK" + "0" * 32, "secret", twilio))


def test_a_persons_messages_can_be_asked_for(copies: Copies) -> None:
    assert all(sid[:2] in ("SM", "MM") for sid in copies.of("+14045550123"))
    assert all(sid[:2] in ("SM", "MM") for sid in copies.of("whatsapp:+14045550123"))


def test_a_message_can_be_deleted(copies: Copies) -> None:
    assert copies.delete(MESSAGE)


def test_a_wrong_id_is_refused_as_twilio_would(copies: Copies) -> None:
    with pytest.raises(CarrierError):
        copies.delete("not an id")


def test_every_field_that_we_send_stands_in_the_specification(folder: Path) -> None:
    """Prism lets a misspelt one pass."""
    paths = json.loads((folder / INSIDE).read_text())["paths"]
    listing = paths["/2010-04-01/Accounts/{AccountSid}/Messages.json"]["get"]
    names = {field["name"] for field in listing["parameters"]}
    assert {"To", "From", "PageSize"} <= names
    one = paths["/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json"]
    assert "delete" in one
