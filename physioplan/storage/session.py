"""The session type under the storage wing's own name, so that services need not name the library."""

from sqlmodel import Session as Session

__all__ = ["Session"]
