"""The printed recovery key: eight groups of four signs, the last group a checksum against typing mistakes."""

from __future__ import annotations

from physioplan.storage.errors import RecoveryKeyMistyped

# No sign here can be mistaken for another on paper: 0/O, 1/I/L, 8/B, 5/S and 2/Z are told apart by leaving
# one out.
ALPHABET = "23456789ACDEFGHJKMNPQRTUVWXY"
GROUPS, GROUP_LENGTH = 8, 4
BODY_LENGTH = (GROUPS - 1) * GROUP_LENGTH  # 28 signs of 28 kinds: 134 bits

_LOOKALIKES = str.maketrans({"B": "8", "S": "5", "Z": "2"})


def new_recovery_key() -> str:
    """A fresh key such as `ACDE-2345-…`, from the operating system's randomness."""
    import secrets  # not at the top: only making and typing a recovery key need these two

    body = "".join(secrets.choice(ALPHABET) for _ in range(BODY_LENGTH))
    return _grouped(body + _checksum(body))


def read_recovery_key(typed: str) -> str:
    """The 28 secret signs of a typed key; case, spaces and dashes do not matter.

    Raises RecoveryKeyMistyped when the length, a sign or the checksum is wrong, before any slow derivation.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_LOOKALIKES)
    body, check = signs[:BODY_LENGTH], signs[BODY_LENGTH:]
    if (
        len(signs) != GROUPS * GROUP_LENGTH
        or any(sign not in ALPHABET for sign in signs)
        or check != _checksum(body)
    ):
        raise RecoveryKeyMistyped(groups=GROUPS)
    return body


def _checksum(body: str) -> str:
    import hashlib

    number = int.from_bytes(hashlib.sha256(body.encode()).digest()[:8], "big")
    signs = ""
    for _ in range(GROUP_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + GROUP_LENGTH] for at in range(0, len(signs), GROUP_LENGTH))
