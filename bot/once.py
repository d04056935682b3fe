"""What is made once for each snapshot of what is known, and may be handed in ready."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

Made = TypeVar("Made")
From = ParamSpec("From")

MOST = 4
"""Snapshots at a time: a roster that is swapped in keeps the words and the places."""


class Once(Generic[From, Made]):
    """``functools.lru_cache``, whose result can be given as well: a start that finds it on the
    disk need not make it again. Its arguments are compared by identity."""

    def __init__(self, make: Callable[From, Made]) -> None:
        self._make = make
        self._made: dict[object, Made] = {}
        self.__doc__ = make.__doc__

    def __call__(self, *by: From.args, **named: From.kwargs) -> Made:
        made = self._made.get(by)
        return self.give(self._make(*by, **named), *by) if made is None else made

    def give(self, made: Made, *by: object) -> Made:
        """From now on this is what was made of ``by``."""
        self._made[by] = made
        if len(self._made) > MOST:
            del self._made[next(iter(self._made))]
        return made
