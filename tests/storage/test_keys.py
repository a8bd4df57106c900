"""Who gets into a vault and who does not."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from physioplan.storage import keys
from physioplan.storage.errors import (
    ClinicianExists,
    ClinicianUnknown,
    KeyFileDamaged,
    LastClinician,
    PassphraseTooShort,
    RecoveryKeyMistyped,
    TooManyTries,
    VaultError,
    VaultMissing,
    VaultNewer,
    WrongPassphrase,
)
from physioplan.storage.recovery_key import ALPHABET, new_recovery_key, read_recovery_key

WORDS = "four ordinary words here"


@pytest.fixture
def made(folder: Path) -> tuple[bytes, str]:
    return keys.create_vault(folder, "Anna Beispiel", WORDS)


def _edit(folder: Path, change: str, **values: object) -> None:
    path = folder / "vault.json"
    data = json.loads(path.read_bytes())
    target = data if change == "top" else data["slots"][0]
    (target["derivation"] if change == "derivation" else target).update(values)
    path.write_text(json.dumps(data))


def test_name_and_slot_both_open_with_the_passphrase(folder: Path, made: tuple[bytes, str]) -> None:
    slot = keys.clinicians_of(folder)[0]
    assert slot.label == "Anna Beispiel"
    assert keys.unlock(folder, "anna  BEISPIEL", WORDS) == keys.unlock(folder, slot.slot_id, WORDS) == made[0]


def test_a_passphrase_typed_with_composed_or_separate_accents_is_the_same(folder: Path) -> None:
    data_key, _ = keys.create_vault(folder, "Anna", "Geschäftsführung")
    assert keys.unlock(folder, "Anna", "Gescha\u0308ftsfu\u0308hrung") == data_key


@pytest.mark.parametrize("wrong", ["", "Four ordinary words here", "four ordinary words her", "x" * 5000])
def test_a_wrong_passphrase_is_refused(folder: Path, made: tuple[bytes, str], wrong: str) -> None:
    with pytest.raises(WrongPassphrase, match="does not open the vault"):
        keys.unlock(folder, "Anna Beispiel", wrong)


def test_the_recovery_key_opens_however_it_is_typed(folder: Path, made: tuple[bytes, str]) -> None:
    typed = made[1].lower().replace("-", "  ")
    assert keys.unlock_with_recovery(folder, typed) == made[0]


def test_someone_elses_recovery_key_is_refused_with_the_same_sentence(
    folder: Path, made: tuple[bytes, str]
) -> None:
    with pytest.raises(WrongPassphrase):
        keys.unlock_with_recovery(folder, new_recovery_key())


@given(st.integers(0, 31), st.sampled_from(ALPHABET))
def test_any_single_wrong_sign_in_a_recovery_key_is_noticed(place: int, sign: str) -> None:
    signs = "9R6UERD778PA9NKV77F78E2UF9CERK33"
    mistyped = signs[:place] + sign + signs[place + 1 :]
    if mistyped == signs:
        assert read_recovery_key(mistyped) == signs[:28]
    else:
        with pytest.raises(RecoveryKeyMistyped):
            read_recovery_key(mistyped)


def test_a_mistyped_recovery_key_costs_no_try(folder: Path, made: tuple[bytes, str]) -> None:
    for _ in range(10):
        with pytest.raises(RecoveryKeyMistyped):
            keys.unlock_with_recovery(folder, "ACDE-ACDE")
    assert keys.unlock_with_recovery(folder, made[1]) == made[0]


def test_after_five_failures_the_next_try_waits_longer_each_time(
    folder: Path, made: tuple[bytes, str]
) -> None:
    def fail(now: float) -> None:
        with pytest.raises(WrongPassphrase):
            keys.unlock(folder, "Anna Beispiel", "wrong words", now=now)

    for _ in range(5):
        fail(1000.0)
    with pytest.raises(TooManyTries) as refusal:
        keys.unlock(folder, "Anna Beispiel", WORDS, now=1001.0)
    assert refusal.value.seconds == 4
    fail(1005.0)
    with pytest.raises(TooManyTries) as refusal:
        keys.unlock(folder, "Anna Beispiel", WORDS, now=1006.0)
    assert refusal.value.seconds == 9
    assert keys.unlock(folder, "Anna Beispiel", WORDS, now=1016.0) == made[0]
    fail(1016.0)


def test_a_clock_set_back_does_not_lengthen_the_wait(folder: Path, made: tuple[bytes, str]) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            keys.unlock(folder, "Anna Beispiel", "wrong words", now=1e9)
    with pytest.raises(TooManyTries) as refusal:
        keys.unlock(folder, "Anna Beispiel", WORDS, now=1000.0)
    assert refusal.value.seconds == 5
    assert keys.unlock(folder, "Anna Beispiel", WORDS, now=1005.0) == made[0]


def test_a_damaged_count_of_tries_locks_nobody_out(folder: Path, made: tuple[bytes, str]) -> None:
    (folder / "attempts.json").write_bytes(b"\xff[")
    assert keys.unlock(folder, "Anna Beispiel", WORDS) == made[0]


def test_a_changed_passphrase_replaces_the_old_one_only(folder: Path, made: tuple[bytes, str]) -> None:
    keys.change_passphrase(folder, "Anna Beispiel", made[0], "another four words now")
    assert keys.unlock(folder, "Anna Beispiel", "another four words now") == made[0]
    assert keys.unlock_with_recovery(folder, made[1]) == made[0]
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder, "Anna Beispiel", WORDS)


def test_a_second_clinician_comes_and_goes(folder: Path, made: tuple[bytes, str]) -> None:
    keys.add_clinician(folder, made[0], "Ben", "words of his own")
    assert keys.unlock(folder, "Ben", "words of his own") == made[0]
    with pytest.raises(ClinicianExists):
        keys.add_clinician(folder, made[0], "BEN", "words of his own")
    keys.remove_clinician(folder, "Ben")
    with pytest.raises(ClinicianUnknown):
        keys.unlock(folder, "Ben", "words of his own")
    with pytest.raises(LastClinician):
        keys.remove_clinician(folder, "Anna Beispiel")


def test_a_new_recovery_key_ends_the_old_one(folder: Path, made: tuple[bytes, str]) -> None:
    fresh = keys.replace_recovery_key(folder, made[0])
    assert keys.unlock_with_recovery(folder, fresh) == made[0]
    with pytest.raises(WrongPassphrase):
        keys.unlock_with_recovery(folder, made[1])


def test_a_short_passphrase_is_refused_before_anything_is_made(folder: Path) -> None:
    with pytest.raises(PassphraseTooShort, match="at least 8"):
        keys.create_vault(folder, "Anna", "seven77")
    assert not folder.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"label": "Mallory"},
        {"id": "another"},
        {"kind": "recovery"},
        {"nonce": base64.b64encode(bytes(12)).decode()},
        {"locked": base64.b64encode(bytes(48)).decode()},
    ],
)
def test_a_changed_slot_no_longer_opens(
    folder: Path, made: tuple[bytes, str], changes: dict[str, object]
) -> None:
    _edit(folder, "slot", **changes)
    who = str(changes.get("label", changes.get("id", "Anna Beispiel")))
    with pytest.raises((WrongPassphrase, ClinicianUnknown)):
        keys.unlock(folder, who, WORDS)


def test_a_weakened_derivation_no_longer_opens(folder: Path, made: tuple[bytes, str]) -> None:
    _edit(folder, "derivation", time_cost=2)
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder, "Anna Beispiel", WORDS)


def test_a_slot_moved_to_another_vault_does_not_open(folder: Path, made: tuple[bytes, str]) -> None:
    _edit(folder, "top", vault="00000000-0000-0000-0000-000000000000")
    with pytest.raises(WrongPassphrase):
        keys.unlock(folder, "Anna Beispiel", WORDS)


@pytest.mark.parametrize(
    "values",
    [
        {"memory_kib": 1024},
        {"memory_kib": 64 * 1024 * 1024},
        {"time_cost": 0},
        {"time_cost": 10**9},
        {"parallelism": 200},
        {"salt": "c2hvcnQ="},
        {"time_cost": True},
        {"time_cost": "3"},
        {"algorithm": "plain"},
    ],
)
def test_a_derivation_outside_safe_bounds_is_refused_unused(
    folder: Path, made: tuple[bytes, str], values: dict[str, object]
) -> None:
    _edit(folder, "derivation", **values)
    with pytest.raises(KeyFileDamaged, match=r"copy vault\.json back"):
        keys.unlock(folder, "Anna Beispiel", WORDS)


def test_a_key_file_of_a_newer_program_is_refused_with_a_sentence(
    folder: Path, made: tuple[bytes, str]
) -> None:
    _edit(folder, "top", format=2)
    with pytest.raises(VaultNewer, match="newer PhysioPlan"):
        keys.clinicians_of(folder)


def test_no_vault_is_told_as_such_and_a_lost_key_file_otherwise(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        keys.clinicians_of(tmp_path)
    (tmp_path / "vault.db").write_bytes(b"something")
    with pytest.raises(KeyFileDamaged, match="missing"):
        keys.clinicians_of(tmp_path)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["flip", "cut", "double"]), st.floats(0, 1, exclude_max=True), st.integers(0, 200)
        ),
        min_size=1,
        max_size=3,
    )
)
def test_any_mutation_of_the_key_file_gives_a_clear_error_or_no_change(
    folder: Path, made: tuple[bytes, str], changes: list[tuple[str, float, int]]
) -> None:
    path = folder / "vault.json"
    whole = path.read_bytes()
    content = bytearray(whole)
    for how, place, size in changes:
        at = int(place * len(content))
        if how == "flip" and content:
            content[at] ^= 1 << size % 8
        elif how == "cut":
            del content[at : at + size]
        elif how == "double":
            content[at:at] = content[at : at + size]
    path.write_bytes(content)
    try:
        assert keys.unlock(folder, "Anna Beispiel", WORDS) == made[0]
    except VaultError as fault:
        assert str(fault).endswith(".")
    finally:
        path.write_bytes(whole)
        (folder / "attempts.json").unlink(missing_ok=True)


def test_new_slots_ask_for_three_passes_over_64_mib() -> None:
    sound = "import physioplan.storage.key_slot as s; print(s.TIME_COST, s.MEMORY_KIB, s.PARALLELISM)"
    run = subprocess.run([sys.executable, "-c", sound], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["3", "65536", "4"]


def test_listing_the_clinicians_loads_no_heavy_library(folder: Path, made: tuple[bytes, str]) -> None:
    sound = (
        "import sys; from pathlib import Path; from physioplan.storage import keys;"
        f"keys.clinicians_of(Path({str(folder)!r}));"
        "print([m for m in ('pydantic', 'sqlalchemy', 'sqlmodel', 'alembic', 'argon2', 'cryptography',"
        " 'sqlcipher3') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", sound], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
