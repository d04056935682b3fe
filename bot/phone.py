"""A phone number of the North American plan: what somebody wrote -> E.164 -> how it is printed."""

from __future__ import annotations

import phonenumbers


def e164(printed: object) -> str:
    """A number as people write it ("(734) 239-6863"), in E.164. Raises ``ValueError``."""
    try:
        number = phonenumbers.parse(str(printed), "US")
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"{printed!r} is not a phone number") from error
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def display(phone: str, extension: str = "") -> str:
    """How a number is printed in a text: ``734-555-0100``, ``734-555-0100 x12``.

    ``phone`` is E.164 of the North American plan. Raises ``ValueError`` for a number that cannot
    exist.
    """
    try:
        number = phonenumbers.parse(phone, None)
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"{phone!r} is not a phone number") from error
    if number.country_code != 1 or not phonenumbers.is_valid_number(number):
        raise ValueError(f"{phone!r} is not a valid US phone number")
    digits = str(number.national_number)
    plain = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return f"{plain} x{extension}" if extension else plain
