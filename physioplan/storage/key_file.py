"""`vault.json` beside the database: the vault's identity and its key slots, no secret in clear."""

from __future__ import annotations

import binascii
import json
from pathlib import Path
from typing import Any, NamedTuple

from physioplan.storage.errors import KeyFileDamaged, VaultMissing, VaultNewer, naming_faults
from physioplan.storage.key_slot import Derivation, KeySlot
from physioplan.storage.whole_file import write_whole

KEY_FILE_NAME = "vault.json"
FORMAT = 1
LARGEST = 1_000_000  # bytes; a thousand clinicians fit
NOTE = (
    "Key slots of a PhysioPlan vault. Readable here without a passphrase: the names of the clinicians, "
    "how many there are, and how their keys are derived. Nothing about patients. Keep this file "
    "with vault.db: "
    "without it nobody can open the records."
)


class KeyFile(NamedTuple):
    """The vault's id and its slots, in the order they were added."""

    vault_id: str
    slots: tuple[KeySlot, ...]

    def with_slot(self, slot: KeySlot) -> KeyFile:
        """This file with `slot` added, or put in the place of the slot with the same id."""
        if any(old.id == slot.id for old in self.slots):
            return self._replace(slots=tuple(slot if old.id == slot.id else old for old in self.slots))
        return self._replace(slots=(*self.slots, slot))

    def without_slot(self, slot_id: str) -> KeyFile:
        return self._replace(slots=tuple(slot for slot in self.slots if slot.id != slot_id))


def read_key_file(folder: Path) -> KeyFile:
    """The key file of the vault in `folder`.

    Raises VaultMissing, KeyFileDamaged, VaultNewer, VaultReadOnly.
    """
    path = folder / KEY_FILE_NAME
    with naming_faults(path):
        if not path.is_file():
            if (folder / "vault.db").exists():
                raise KeyFileDamaged(path=path, why="it is missing")
            raise VaultMissing(folder=folder)
        if path.stat().st_size > LARGEST:
            raise KeyFileDamaged(path=path, why="it is far too large")
        content = path.read_bytes()
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise KeyFileDamaged(path=path, why="it is not readable text") from None
    return _parsed(data, path)


def write_key_file(folder: Path, key_file: KeyFile) -> None:
    """Replace the key file whole. Raises VaultReadOnly, DiskFull."""
    data = {
        "note": NOTE,
        "format": FORMAT,
        "vault": key_file.vault_id,
        "slots": [_written(slot) for slot in key_file.slots],
    }
    with naming_faults(folder / KEY_FILE_NAME):
        write_whole(folder / KEY_FILE_NAME, json.dumps(data, indent=1, ensure_ascii=False).encode())


def _written(slot: KeySlot) -> dict[str, object]:
    how = slot.derivation
    return {
        "id": slot.id,
        "kind": slot.kind,
        "label": slot.label,
        "derivation": {
            "algorithm": "argon2id",
            "time_cost": how.time_cost,
            "memory_kib": how.memory_kib,
            "parallelism": how.parallelism,
            "salt": _text_of(how.salt),
        },
        "nonce": _text_of(slot.nonce),
        "locked": _text_of(slot.locked),
    }


def _parsed(data: Any, path: Path) -> KeyFile:
    try:
        found = data["format"]
        if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
            raise VaultNewer(found=found, known=FORMAT)
        if found != FORMAT:
            raise KeyFileDamaged(path=path, why="its format is unknown")
        slots = tuple(_parsed_slot(slot, path) for slot in data["slots"])
        vault_id = _text(data["vault"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, binascii.Error):
        raise KeyFileDamaged(path=path, why="an entry is missing or has the wrong form") from None
    if not slots or len({slot.id for slot in slots}) != len(slots):
        raise KeyFileDamaged(path=path, why="its key slots are missing or doubled")
    return KeyFile(vault_id, slots)


def _parsed_slot(data: Any, path: Path) -> KeySlot:
    how = data["derivation"]
    if how["algorithm"] != "argon2id" or data["kind"] not in ("clinician", "recovery"):
        raise KeyFileDamaged(path=path, why="a key slot is of an unknown kind")
    derivation = Derivation(
        _number(how["time_cost"]),
        _number(how["memory_kib"]),
        _number(how["parallelism"]),
        _bytes(how["salt"]),
    )
    nonce, locked = _bytes(data["nonce"]), _bytes(data["locked"])
    if not derivation.within_bounds() or len(nonce) != 12 or len(locked) != 48:
        raise KeyFileDamaged(path=path, why="a key slot asks for values outside safe bounds")
    return KeySlot(_text(data["id"]), data["kind"], _text(data["label"]), derivation, nonce, locked)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # a lone surrogate cannot be bound to a lock: UnicodeEncodeError is a ValueError
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _bytes(value: Any) -> bytes:
    return binascii.a2b_base64(_text(value), strict_mode=True)


def _text_of(value: bytes) -> str:
    return binascii.b2a_base64(value, newline=False).decode()
