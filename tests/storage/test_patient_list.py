"""A patient is found however the name is typed."""

from __future__ import annotations

from datetime import date

import pytest

from physioplan.storage.folding import fold
from physioplan.storage.patient_list import find_patients, page_of_patients
from physioplan.storage.patient_records import add_patient, amend_patient, move_to_trash, put_back
from physioplan.storage.vault import Vault
from tests.storage.people import NOW, a_patient

PEOPLE = (
    ("Łucja", "Strauß-Ørsted"),
    ("Jürgen", "Müller"),
    ("Đorđe", "Đorđević"),
    ("Seán", "O'Brien"),
    ("Maria", "van der Berg"),
    ("İpek", "Yıldız"),
    ("Μαρία", "Παπαδοπούλου"),
    ("Мария", "Иванова"),
    ("明", "王"),
    ("Ann", "Annandale"),
)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    with vault.writing() as session:
        for number, (given, family) in enumerate(PEOPLE):
            patient = a_patient(
                id=f"p{number}",
                record_number=f"26-{number:04d}",
                given_name=given,
                family_name=family,
                birth_date=date(1950 + number, 5, 17),
            )
            add_patient(session, patient, at=NOW)
    return vault


def _found(vault: Vault, typed: str) -> list[str]:
    with vault.raw() as connection:
        return [line.family_name for line in find_patients(connection, typed)]


@pytest.mark.parametrize(
    ("typed", "family_name"),
    [
        ("lucja", "Strauß-Ørsted"),
        ("ŁUC", "Strauß-Ørsted"),
        ("strauss", "Strauß-Ørsted"),
        ("orsted", "Strauß-Ørsted"),
        ("oersted", "Strauß-Ørsted"),
        ("straussorsted", "Strauß-Ørsted"),
        ("muller", "Müller"),
        ("mueller", "Müller"),
        ("mu\u0308ller jur", "Müller"),
        ("jur mul", "Müller"),
        ("dorde", "Đorđević"),
        ("đorđević", "Đorđević"),
        ("obrien", "O'Brien"),
        ("o’brien sean", "O'Brien"),
        ("vanderberg", "van der Berg"),
        ("berg", "van der Berg"),
        ("ipek", "Yıldız"),
        ("yildiz", "Yıldız"),
        ("παπαδ", "Παπαδοπούλου"),
        ("ИВАН", "Иванова"),
        ("王", "王"),
        ("26-0003", "O'Brien"),
        ("260003", "O'Brien"),
        ("1953-05-17", "O'Brien"),
        ("17.05.1953", "O'Brien"),
        ("17/5/1953", "O'Brien"),
    ],
)
def test_typed_so_this_one_patient_is_found(filled: Vault, typed: str, family_name: str) -> None:
    assert _found(filled, typed) == [family_name]


@pytest.mark.parametrize("typed", ["zzz", "müller maria", '" OR 1=1 --', "99.99.1953", "🙂x"])
def test_typed_so_nobody_is_found(filled: Vault, typed: str) -> None:
    assert _found(filled, typed) == []


@pytest.mark.parametrize("typed", ["", "  ", "%", "*", "'"])
def test_nothing_that_tells_shows_the_first_page(filled: Vault, typed: str) -> None:
    assert len(_found(filled, typed)) == len(PEOPLE)


def test_the_list_is_in_folded_order_and_names_each_patient_once(filled: Vault) -> None:
    with filled.raw() as connection:
        page = [line.family_name for line in page_of_patients(connection)]
        assert page == [line.family_name for line in find_patients(connection, "2")]
    assert page == sorted(page, key=fold)
    assert page[0] == "Annandale"


def test_a_page_starts_where_the_last_one_ended(filled: Vault) -> None:
    with filled.raw() as connection:
        first = page_of_patients(connection, limit=6)
        rest = page_of_patients(connection, offset=6, limit=6)
        assert first + rest == page_of_patients(connection)


def test_a_new_name_is_found_and_the_old_one_no_more(filled: Vault) -> None:
    before = a_patient(
        id="p1",
        record_number="26-0001",
        given_name="Jürgen",
        family_name="Müller",
        birth_date=date(1951, 5, 17),
    )
    with filled.writing() as session:
        amend_patient(session, before, before.amend(family_name="Żak"))
    assert _found(filled, "zak") == ["Żak"]
    assert _found(filled, "muller") == []


def test_the_trash_is_not_searched(filled: Vault) -> None:
    with filled.writing() as session:
        move_to_trash(session, "p1", by="anna", at=NOW)
    assert _found(filled, "muller") == []
    with filled.writing() as session:
        put_back(session, "p1")
    assert _found(filled, "muller") == ["Müller"]


def test_many_matches_give_the_first_fifty_in_order(vault: Vault) -> None:
    with vault.writing() as session:
        for number in range(1600):
            patient = a_patient(
                id=f"p{number}",
                record_number=f"26-{number}",
                given_name="Mara",
                family_name=f"Ma{'abcdefghij'[number % 10]}",
            )
            add_patient(session, patient, at=NOW)
    with vault.raw() as connection:
        found = find_patients(connection, "ma 26")
        assert len(found) == len({line.id for line in found}) == 50
        assert {line.family_name for line in found} == {"Maa"}
        assert find_patients(connection, "m ma 26 2") == found
        assert find_patients(connection, "ma 26 zz") == ()
        few = find_patients(connection, "maa mara")
        assert len(few) == len({line.id for line in few}) == 50
