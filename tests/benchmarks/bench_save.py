"""Saving one signed baseline, against plain SQLite writing the same rows with the same durability."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from physioplan.content.load import load_content
from physioplan.domain.assessment import Occasion
from physioplan.services.care_pathway import CarePathway
from physioplan.services.patient_register import PatientRegister
from physioplan.services.vault_keeper import VaultKeeper
from tests.benchmarks.big_vault import PASSPHRASE, a_clock
from tests.benchmarks.result import Result
from tests.benchmarks.timing import in_turns
from tests.gui.desk_for_tests import ODI_38, answers

TIMES, WARM = 31, 3
WRITTEN = ("assessment", "score", "audit")


def measure() -> Result:
    """Sign the baselines of so many patients, each beside the bare writing of the same rows."""
    with tempfile.TemporaryDirectory() as folder:
        opened = VaultKeeper(Path(folder) / "vault").create("Example", "Chris Example", PASSPHRASE)
        with opened.vault as vault:
            register = PatientRegister(vault, a_clock(), opened.by)
            pathway = CarePathway(vault, load_content(), a_clock(), opened.by)
            waiting = []
            for number in range(TIMES + WARM + 1):
                form = {"given_name": "Demo", "family_name": f"Anna {number}", "birth_date": "3.5.1978"}
                patient = register.read_form(form).patient
                assert patient is not None
                waiting.append(pathway.open(register.add(patient).id))
            typed = answers(6, ODI_38, (3, 4, 5))
            with vault.raw() as raw:
                known = raw.execute("SELECT max(seq) FROM audit").fetchone()[0]
            first = waiting.pop()
            pathway.sign_assessment(first, Occasion.BASELINE, typed, form="baseline")
            with vault.raw() as raw:
                schema = raw.execute(
                    "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL "
                    "AND tbl_name IN ('assessment', 'score', 'audit', 'episode', 'draft') ORDER BY type DESC"
                ).fetchall()
                rows = {
                    name: raw.execute(
                        f"SELECT * FROM {name} WHERE {where}",
                        (known if name == "audit" else first.episode.id,),
                    ).fetchall()
                    for name, where in zip(
                        WRITTEN, ("episode_id = ?", "episode_id = ?", "seq > ?"), strict=True
                    )
                }
                episode = raw.execute("SELECT * FROM episode WHERE id = ?", (first.episode.id,)).fetchone()
            plain = _Plain(Path(folder) / "plain.db", [sql for (sql,) in schema], rows, episode)

            def sign() -> None:
                pathway.sign_assessment(waiting.pop(), Occasion.BASELINE, typed, form="baseline")

            ours, floor = in_turns(sign, plain.write, times=TIMES, warm=WARM)
            plain.connection.close()
    count = sum(len(some) for some in rows.values())
    return Result("saving one assessment", ours, floor, goal=5, note=f"{count} rows, WAL, full sync")


class _Plain:
    """The standard library's SQLite, with the same tables and indexes and none of our words."""

    def __init__(self, path: Path, schema: list[str], rows: dict[str, list[Any]], episode: Any) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        for sql in schema:
            self.connection.execute(sql)
        self.connection.execute(f"INSERT INTO episode VALUES ({', '.join('?' * len(episode))})", episode)
        self._rows = rows
        self._episode = episode
        self._turn = 0

    def write(self) -> None:
        """One transaction: the assessment, its scores, the audit line, the episode, and the draft gone."""
        self._turn += 1
        turn = self._turn
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        for name, rows in self._rows.items():
            mixed = [(turn if name == "audit" else f"{row[0]}-{turn}", *row[1:]) for row in rows]
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {name} VALUES ({marks})", mixed)
        run("UPDATE episode SET episode = ? WHERE id = ?", (self._episode[-1], self._episode[0]))
        run("DELETE FROM draft WHERE patient_id = ?", (self._episode[1],))
        run("COMMIT")
