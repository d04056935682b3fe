"""What a conversation remembers: language, county, the open question. Never words or a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One numbered line of the last menu or question: what "2" will mean.

    ``action`` is ``place``, ``topic`` or ``help``; ``value`` its FIPS code, topic, or whether the
    person is ``held`` or ``free``; ``label`` is the place's name where the text has to show
    it again.
    """

    action: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A text of several cards, and the number of the next one that MORE will deal."""

    name: str
    next_card: int


@dataclass(frozen=True, slots=True)
class Session:
    """All that is kept between two texts of one person; blank when nothing is.

    ``county`` is a FIPS code; ``label`` the city or jail that led to it, as our tables spell it;
    ``state`` the postal code of a state in which we asked for the county;
    ``asking`` is True while ``offers`` are the candidates of an open question; ``wanted`` the
    topic that waits for the answer; ``doubted`` is True after an answer that offered the way back
    ("Not this one? Text the state."). ``danger`` names the danger that the last answer was about
    (an answer or a topic); ``about`` the topic that it was about, or ``county``; ``earlier`` the
    one before that; ``lost`` is True after a text that was not understood. ``told`` names the
    notices already given.
    """

    language: str | None = None
    county: str | None = None
    label: str = ""
    state: str = ""
    asking: bool = False
    wanted: str = ""
    offers: tuple[Offer, ...] = ()
    deck: Deck | None = None
    told: frozenset[str] = frozenset()
    stopped: bool = False
    doubted: bool = False
    danger: str = ""
    about: str = ""
    earlier: str = ""
    lost: bool = False

    @property
    def reads(self) -> str:
        """What a text may ask on about: nothing while a question of ours is open."""
        return "" if self.asking else self.about


BLANK = Session()
