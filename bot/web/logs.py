"""Logs that cannot say who wrote, or what.

First wall: nothing is handed to a log line that must not be in it. Second wall, here: whatever
looks like a phone number is taken out, an error is reduced to its type and place, and a line of
somebody else's library, which may quote anything, to the library's name.
"""

from __future__ import annotations

import logging
import re
import sys
from contextlib import suppress
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from bot.trouble import trouble

# Seven digits or more, however they are grouped: no number that we need to read is so long.
NUMBER = re.compile(r"[+(]{0,2}\d(?:[\s().\-/]{0,3}\d){6,}")
TRUSTED = ("bot", "uvicorn")


class _StandardError(logging.Handler):
    """Writes to standard error; of a line that cannot be made it says nothing more, where
    Python's own handler would print the line's arguments. Where standard error is a file on a full
    disk, or its reader is gone, the line is lost: no answer is to fail for it."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
        except Exception:
            line = '{"event": "a log line could not be made"}'
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{line}\n")


def configure(level: str) -> None:
    """One JSON object a line on standard error, for our own lines and everybody else's."""
    walls: list[Processor] = [_reduce_strangers, _reduce_errors, _drop_numbers]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_logger_name, structlog.stdlib.add_log_level],
        processors=[
            *walls,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = _StandardError()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    # Other libraries only speak up when something is wrong, and then without their words.
    root.setLevel(max(logging.WARNING, logging.getLevelName(level.upper())))
    for name in TRUSTED:
        logging.getLogger(name).setLevel(level.upper())
    logging.getLogger("uvicorn.access").disabled = True
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _reduce_strangers(_logger: object, _method: str, event: EventDict) -> EventDict:
    name = str(event.get("logger", ""))
    if name.partition(".")[0] not in TRUSTED:
        event["event"] = "a library logged this; its words are not kept"
    return event


def _reduce_errors(_logger: object, _method: str, event: EventDict) -> EventDict:
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event.update(trouble(error))
    event.pop("stack_info", None)
    return event


def _drop_numbers(_logger: object, _method: str, event: EventDict) -> EventDict:
    return {
        key: value if key.startswith("_") else _without_numbers(value)
        for key, value in event.items()
    }


def _without_numbers(value: Any) -> Any:
    """Anything but a short plain number is looked at as text."""
    if value is None or isinstance(value, bool):
        return value
    text = str(value)
    if isinstance(value, int | float) and not NUMBER.search(text):
        return value
    return NUMBER.sub("[number]", text)
