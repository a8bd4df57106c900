"""What a presenter may ask of the background, without knowing any toolkit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Background(Protocol):
    """Runs slow work elsewhere and brings the answer back to the thread that asked."""

    def run(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``function`` off the window's thread, then ``done(result)`` or ``failed(fault)`` on it."""


class AtOnce:
    """A background that runs the work straight away, for tests and for running without a window."""

    def run(
        self,
        function: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            result = function()
        except Exception as fault:
            failed(fault)
            return
        done(result)
