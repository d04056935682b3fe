"""The wording rules catch what they are written for, and let through what should be said."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.rules import read_rules
from bot.library.wording import forbidden_wording

RULES = read_rules(Path(__file__).parents[2] / "content")

FORBIDDEN_EN = [
    ("You are safe there.", "1"),
    ("There is no risk.", "1"),
    ("ICE will not come.", "4, 6, 7"),
    ("ICE cannot enter your home.", "1, 15"),
    ("This jail does not work with ICE.", "2"),
    ("This is a sanctuary county.", "3"),
    ("You will be deported.", "4, 6, 7"),
    ("ICE will take them.", "4, 6, 7"),
    ("Release is at 10:30.", "6"),
    ("Release is at 9 pm.", "6"),
    ("Bond is not granted here.", "7"),
    ("The agreement ended because of a new law.", "8"),
    ("Pretend to be a citizen.", "9"),
    ("Stay calm. Run.", "10"),
    ("Hide from them.", "10"),
    ("Skip court.", "11"),
    ("Do not go to court.", "11"),
    ("Pay the bail.", "12"),
    ("Do not pay bail.", "12"),
    ("Sign nothing.", "13"),
    ("It is okay to sign.", "13"),
    ("Plead not guilty.", "14"),
    ("Go to the jail.", "16"),
    ("Text 911.", "17"),
    ("Do not call the police.", "17"),
    ("Register with DHS.", "18"),
    ("Use CBP Home.", "18"),
    ("You qualify.", "19"),
    ("Is there any ICE hold?", "20b"),
    ("Hospitals never share data.", "20c"),
    ("Papers do not matter.", "20c"),
    ("TPS and DACA protect you.", "20d"),
    ("Send us your name.", "21"),
    ("This line is confidential.", "23"),
    ("Texts are private.", "23"),
    ("Why was he arrested?", "24"),
    ("There was a raid.", "25 and style 3"),
    ("Many illegals live here.", "36"),
    ("An alien has rights.", "36"),
    ("He is a criminal.", "36"),
    ("The inmate may call.", "style 4"),
    ("I am a lawyer. We are the government.", "38"),
    ("Call now!", "style 3"),
    ("This is urgent.", "style 3"),
    ("You should have called.", "style 3"),
    ("It always helps.", "style 3"),
    ("You don't have to.", "style 1"),
    ("It's a paper.", "style 1"),
    ("The jail has a detainer.", "style 4"),
    ("ICE has a warrant.", "style 4"),
    ("It is a removal order.", "style 4"),
]

ALLOWED_EN = [
    "Stay calm. Do not run, hide or resist.",
    "Do not skip it: missing court has a high cost.",
    "Ask: is there any other hold or detainer?",
    "An ICE hold (detainer) is a request.",
    "Texts are not private.",
    "Ask a lawyer before you pay bail.",
    "ICE's list may have changed. A lawyer's letter may help.",
    "Never lie or show false papers.",
    "Do not sign form I-407 without a lawyer.",
    "One lawyer for the criminal case. A criminal lawyer is free.",
    "A paper signed by an ICE officer, not a judge.",
    "A warrant from a judge.",
    "Deportation (removal) is decided by a judge.",
    "You will get no more texts from this line.",
    "We are not the government. We are not ICE.",
    "The person in jail may ask for a lawyer.",
]

FORBIDDEN_ES = [
    ("Usted está seguro aquí.", "1"),
    ("ICE no puede entrar en su casa.", "1, 15"),
    ("Esta cárcel no trabaja con ICE.", "2"),
    ("Es un condado santuario.", "3"),
    ("Usted será deportado.", "4"),
    ("Esto siempre ayuda.", "estilo 3"),
    ("No firme nada.", "13"),
    ("Corra.", "10"),
    ("Pague la fianza.", "12"),
    ("No llame a la policía.", "17"),
    ("¿Hay otra retención de ICE?", "20b"),
    ("Es confidencial.", "23"),
    ("¿Por qué lo arrestaron?", "24"),
    ("Hay una redada.", "25"),
    ("Los ilegales tienen derechos.", "36"),
    ("Un caso criminal.", "36"),
    ("La migra puede venir.", "glosario"),
    ("¡Llame ya!", "estilo 3"),
    ("El detenedor de ICE.", "glosario"),
    ("Pague un bono.", "glosario"),
    ("Una orden de remoción.", "glosario"),
    ("Tienes derecho a callar.", "estilo 7"),
]

ALLOWED_ES = [
    "Esto es información, no es asesoría legal.",
    "No corra. Mantenga la calma.",
    "¿Hay otra retención o detainer?",
    "Muestre licencia, registro y seguro.",
    "Antes de pagar la fianza, hable con ambos abogados.",
    "Papeles de ICE o de inmigración: hable con un abogado antes de firmar.",
    "Nunca preguntamos por qué arrestaron a alguien.",
    "Un papel firmado por un agente de ICE, no por un juez.",
    "No muestre papeles falsos o extranjeros.",
]


@pytest.mark.parametrize(("sentence", "rule"), FORBIDDEN_EN)
def test_english_wording_that_the_rules_ban_is_refused(sentence: str, rule: str) -> None:
    assert any(
        f"breaks rule {rule}:" in one.what for one in forbidden_wording([sentence], "en", RULES)
    )


@pytest.mark.parametrize("sentence", ALLOWED_EN)
def test_english_wording_that_people_need_passes(sentence: str) -> None:
    assert list(forbidden_wording([sentence], "en", RULES)) == []


@pytest.mark.parametrize(("sentence", "rule"), FORBIDDEN_ES)
def test_spanish_wording_that_the_rules_ban_is_refused(sentence: str, rule: str) -> None:
    assert any(
        f"breaks rule {rule}" in one.what for one in forbidden_wording([sentence], "es", RULES)
    )


@pytest.mark.parametrize("sentence", ALLOWED_ES)
def test_spanish_wording_that_people_need_passes(sentence: str) -> None:
    assert list(forbidden_wording([sentence], "es", RULES)) == []
