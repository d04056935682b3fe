"""A wheel built from the repository runs anywhere: words, tables, migrations travel inside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = os.environ.get("UV") or shutil.which("uv")

PAGE = """
import asyncio, httpx
from bot.web.app import create_app

async def main():
    app = create_app()
    async with app.app.router.lifespan_context(app.app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            print((await client.get("/")).status_code, (await client.get("/health")).json())

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel and nothing of the checkout."""
    if UV is None:
        pytest.skip("uv is not installed; it builds the wheel")
    folder = tmp_path_factory.mktemp("elsewhere")
    command = (UV, "build", "--quiet", "--wheel", "--out-dir", str(folder), str(ROOT))
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    return folder


def run(elsewhere: Path, *arguments: str) -> str:
    settings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(elsewhere / "installed")}
    command = (sys.executable, "-P", *arguments)
    done = subprocess.run(
        command, cwd=elsewhere, env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_installed_wheel_answers(elsewhere: Path) -> None:
    start = (
        "import sys, bot; assert 'installed' in bot.__file__; from bot.cli.main import main; main()"
    )
    assert "Jackson County, Michigan" in run(elsewhere, "-c", start, "ask", "jackson mi")


def test_an_installed_wheel_serves_its_page_and_migrates_its_database(elsewhere: Path) -> None:
    said = run(elsewhere, "-c", PAGE)
    assert said.startswith("200")
    assert "'database': 'ok'" in said
    assert (elsewhere / "var" / "bot.sqlite3").exists()
