"""Why something cannot be printed; each message says what to do.

PrintError
├── NotInstalledError      the extra ``print`` is not installed
├── NoWayToReachError      no number and no address is set: the sheet would lead nowhere
├── MissingFontError       no font here has the letters: boxes would be printed
└── DoesNotFitError        the words are too long for the paper, even in the smallest size
"""

from __future__ import annotations


class PrintError(RuntimeError):
    """Nothing was printed."""


class NotInstalledError(PrintError):
    def __init__(self) -> None:
        super().__init__(
            "printing needs two more packages: run  uv sync --no-dev --extra print  in the folder "
            "of the program (with pip: pip install '.[print]')"
        )


class NoWayToReachError(PrintError):
    def __init__(self) -> None:
        super().__init__(
            "the sheet would not say how to reach this line: set BOT_TEXT_NUMBER to the number "
            "that people text, or BOT_PUBLIC_URL to the address of its pages"
        )


class MissingFontError(PrintError):
    def __init__(self, letters: str, remedy: str) -> None:
        super().__init__(f"no font here has {letters}, and boxes would be printed; {remedy}")


class DoesNotFitError(PrintError):
    def __init__(self, kind: str, language: str) -> None:
        super().__init__(f"the words of the {kind} in {language} do not fit on the paper")
