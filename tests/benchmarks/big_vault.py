"""A vault of 10,000 invented patients, made once for all benchmarks of a run and thrown away after it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from physioplan.content.load import load_content
from physioplan.services.clock import FixedClock
from physioplan.services.demo_vault import fill_with_demo_patients
from physioplan.services.vault_keeper import OpenVault, VaultKeeper
from physioplan.storage.folding import fold, search_words
from physioplan.storage.plain_sql import rows_of, run, run_for_each
from physioplan.storage.session import Session
from tests.builders import TODAY

PATIENTS = 10_000
REAL_HISTORIES = 50
"""So many patients have a history of their own; the others have a copy of one."""
PASSPHRASE = "invented people only"
SYLLABLES = ("ba", "del", "fin", "gar", "hol", "ker", "lun", "mor", "nes", "pra", "ruv", "sten", "tam", "vik")
COPIED = ("episode", "assessment", "score", "visit", "programme_version", "follow_up_window")
IDS = frozenset({"id", "patient_id", "episode_id", "assessment_id", "supersedes_id"})


class BigVault(NamedTuple):
    """Where it lies, its data key, and whose key it is."""

    folder: Path
    data_key: bytes
    slot_id: str
    name: str

    def open(self) -> OpenVault:
        """Open the record as the program does once the passphrase has become the data key."""
        return VaultKeeper(self.folder)._open(self.data_key, self.slot_id, self.name)


@cache
def big_vault() -> BigVault:
    """The vault of this run."""
    place = Path(tempfile.mkdtemp(prefix="physioplan-benchmark-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    keeper = VaultKeeper(place / "vault")
    opened = keeper.create("Example Physiotherapy", "Chris Example", PASSPHRASE)
    with opened.vault as vault:
        fill_with_demo_patients(vault, load_content(), opened.by, TODAY, patients=REAL_HISTORIES)
        with vault.writing() as session:
            for copy in range(1, PATIENTS // REAL_HISTORIES):
                _copy_everybody(session, copy)
        key = bytes(vault.data_key)
    slot_id, name = keeper.clinicians()[0]
    return BigVault(place / "vault", key, slot_id, name)


def a_clock() -> FixedClock:
    """The day the histories were told from."""
    return FixedClock(TODAY)


def family_name(number: int) -> str:
    """One of 2,744 invented names."""
    count = len(SYLLABLES)
    parts = (number % count, number // count % count, number // count**2 % count)
    return "".join(SYLLABLES[part] for part in parts).capitalize()


def _copy_everybody(session: Session, copy: int) -> None:
    for table in COPIED:
        names = [column["name"] for column in rows_of(session, f"PRAGMA table_info({table})")]
        mixed = [f"{name} || '-{copy}'" if name in IDS else name for name in names]
        if table == "episode":
            _copy_patients(session, copy)
        home = "patient_id" if table == "episode" else "episode_id"
        sql = f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(mixed)} FROM {table}"
        run(session, f"{sql} WHERE substr({home}, 37) = ''")


def _copy_patients(session: Session, copy: int) -> None:
    people = rows_of(session, "SELECT * FROM patient WHERE substr(id, 37) = '' ORDER BY record_number")
    words = []
    for place, person in enumerate(people):
        number = copy * REAL_HISTORIES + place
        given, family = family_name(number * 7 + 3), family_name(number)
        person |= {"id": f"{person['id']}-{copy}", "record_number": f"C-{number:05d}"}
        person |= {"given_name": given, "family_name": family, "sort_name": fold(f"{family}, {given}")}
        found_by = search_words(given, family, str(person["record_number"]))
        words += [{"w": w, "p": person["id"], "s": person["sort_name"]} for w in sorted(found_by)]
    names = list(people[0])
    marks = ", ".join(f":{name}" for name in names)
    run_for_each(session, f"INSERT INTO patient ({', '.join(names)}) VALUES ({marks})", people)
    run_for_each(session, "INSERT INTO patient_word (word, patient_id, sort_name) VALUES (:w, :p, :s)", words)
