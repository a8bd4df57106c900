"""Invented people for demonstrations and trials: names nobody bears, in several scripts and lengths."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

from physioplan.domain.patient import Patient, Sex

# "Demo Anna": the given name says at once that nobody is called so.
GIVEN = ("Demo", "Test", "Example", "Sample", "Beispiel", "Ejemplo", "Exemple")
FAMILY = (
    *(
        "Anna",
        "Bo",
        "Cem",
        "Dana",
        "Emil",
        "Fay",
        "Gil",
        "Hana",
        "Ida",
        "Jo",
        "Kim",
        "Lea",
        "Mo",
        "Nils",
        "Oya",
    ),
    *("Pia", "Quin", "Rosa", "Sam", "Tove", "Uwe", "Vera", "Wim", "Xenia", "Yara", "Zoe"),
    *(
        "Testperson",
        "Muster-Beispielhausen",
        "van der Example",
        "O’Sample",
        "Überall",
        "Çelik-Örnek",
        "Łąka-Próba",
    ),
    *("Größe", "Señorita-Prueba", "Þórsdóttir-Dæmi", "Παράδειγμα", "Пример", "تجربة", "Ñ", "Å"),
    "Longestname-Double-Barrelled-Placeholder",
)


def an_identity(luck: Random) -> str:
    """An id that looks like any other and depends on the luck alone."""
    return str(UUID(int=luck.getrandbits(128), version=4))


def a_person(luck: Random, number: int, seen_on: date, clinician: str) -> Patient:
    """Person ``number`` of a demonstration: 19 to 84 years old, first seen on ``seen_on``."""
    given, family = luck.choice(GIVEN), FAMILY[number % len(FAMILY)]
    age = luck.choice((19, 24, 29, 34, 38, 42, 45, 48, 51, 54, 58, 61, 65, 71, 84))
    return Patient(
        id=an_identity(luck),
        record_number=f"D-{number + 1:04d}",
        given_name=given,
        family_name=family,
        birth_date=seen_on - timedelta(days=round(age * 365.25) + luck.randrange(300)),
        sex=luck.choice((Sex.FEMALE, Sex.MALE, Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.NOT_RECORDED)),
        phone="" if luck.random() < 0.3 else f"00000 {luck.randrange(100000, 999999)}",
        language="en",
        interpreter_needed=luck.random() < 0.05,
        consent_date=seen_on,
        responsible_clinician=clinician,
    )
