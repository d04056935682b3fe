"""What may be logged of an error."""

from __future__ import annotations

import traceback
from pathlib import PurePath


def trouble(error: BaseException) -> dict[str, str]:
    """Its type, and the file and line where it arose. Never its words, which may hold a piece of
    somebody's message."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return {"error": type(error).__name__, "where": where}
