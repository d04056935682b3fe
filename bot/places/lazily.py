"""What is looked for once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


class Lazily(Generic[Found]):
    """``functools.cached_property`` without its lock, which costs more than most of our looks: a
    query belongs to one text, and a text to one thread."""

    def __init__(self, look: Callable[[Any], Found]) -> None:
        self._look, self._name = look, look.__name__
        self.__doc__ = look.__doc__

    def __get__(self, seen: Any, _: type[Any]) -> Found:
        found = seen.__dict__[self._name] = self._look(seen)
        return found
