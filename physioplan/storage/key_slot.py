"""One locked copy of the data key.

Argon2id turns a secret into the key that opens it, AES-256-GCM guards it.
"""

from __future__ import annotations

import json
import os
import unicodedata
from typing import NamedTuple

from physioplan.storage.errors import WrongPassphrase

DATA_KEY_LENGTH = 32
TIME_COST, MEMORY_KIB, PARALLELISM = 3, 64 * 1024, 4

# Outside these bounds a key file is refused unread: a forged one could otherwise ask for all memory or for
# no work.
TIME_BOUNDS, MEMORY_BOUNDS, PARALLELISM_BOUNDS = (1, 20), (8 * 1024, 1024 * 1024), (1, 8)


class Derivation(NamedTuple):
    """How a secret becomes a key: Argon2id passes, memory in KiB, lanes, and a 16-byte salt."""

    time_cost: int
    memory_kib: int
    parallelism: int
    salt: bytes

    @classmethod
    def fresh(cls) -> Derivation:
        return cls(TIME_COST, MEMORY_KIB, PARALLELISM, os.urandom(16))

    def within_bounds(self) -> bool:
        return (
            TIME_BOUNDS[0] <= self.time_cost <= TIME_BOUNDS[1]
            and MEMORY_BOUNDS[0] <= self.memory_kib <= MEMORY_BOUNDS[1]
            and PARALLELISM_BOUNDS[0] <= self.parallelism <= PARALLELISM_BOUNDS[1]
            and 16 <= len(self.salt) <= 64
        )


class KeySlot(NamedTuple):
    """A locked copy of the data key for one clinician, or for the printed recovery key (`kind`)."""

    id: str
    kind: str  # "clinician" or "recovery"
    label: str
    derivation: Derivation
    nonce: bytes
    locked: bytes


def lock_slot(
    vault_id: str, kind: str, label: str, secret: str, data_key: bytes, slot_id: str | None = None
) -> KeySlot:
    """A new slot that gives `data_key` back for `secret`; takes about 0.2 s on purpose."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    empty = KeySlot(slot_id or os.urandom(16).hex(), kind, label, Derivation.fresh(), os.urandom(12), b"")
    key = _derived(secret, empty.derivation)
    locked = AESGCM(key).encrypt(empty.nonce, data_key, _bound_to(vault_id, empty))
    return KeySlot(empty.id, kind, label, empty.derivation, empty.nonce, locked)


def open_slot(vault_id: str, slot: KeySlot, secret: str) -> bytes:
    """The data key. Raises WrongPassphrase for a wrong secret and for a changed slot alike: no hint which."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = _derived(secret, slot.derivation)
    try:
        data_key = AESGCM(key).decrypt(slot.nonce, slot.locked, _bound_to(vault_id, slot))
    except (InvalidTag, ValueError):
        raise WrongPassphrase from None
    if len(data_key) != DATA_KEY_LENGTH:
        raise WrongPassphrase
    return data_key


def _derived(secret: str, derivation: Derivation) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFKC", secret).encode(),
        derivation.salt,
        time_cost=derivation.time_cost,
        memory_cost=derivation.memory_kib,
        parallelism=derivation.parallelism,
        hash_len=32,
        type=Type.ID,
    )


def _bound_to(vault_id: str, slot: KeySlot) -> bytes:
    """What the lock vouches for besides the key.

    Move a slot, rename it or weaken it, and it no longer opens.
    """
    how = slot.derivation
    bound = [
        "physioplan key slot 1",
        vault_id,
        slot.id,
        slot.kind,
        slot.label,
        how.time_cost,
        how.memory_kib,
        how.parallelism,
        how.salt.hex(),
    ]
    return json.dumps(bound, ensure_ascii=True, separators=(",", ":")).encode()
