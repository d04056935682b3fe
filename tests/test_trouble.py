from __future__ import annotations

from bot.trouble import trouble


def test_what_is_logged_of_an_error_is_its_type_and_place_never_its_words() -> None:
    try:
        raise ValueError("my husband is at the jail")
    except ValueError as error:
        found = trouble(error)
    assert found["error"] == "ValueError"
    assert found["where"].startswith("test_trouble.py:")
    assert "husband" not in str(found)
