"""Tells that something went wrong: the world's fault in a sentence with its mend, ours with a report."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from physioplan.gui.widgets.action_bar import ActionBarView, ActionView
from physioplan.gui.widgets.label import Label
from physioplan.gui.widgets.message import Message, MessageView
from physioplan.gui.widgets.scroll_column import ScrollColumn
from physioplan.gui.widgets.sheet import Sheet
from physioplan.gui.words import _


@dataclass(frozen=True, slots=True)
class ProblemView:
    """``what`` happened and the ``mend``; ``retry`` is the words of the primary button ("" for Close
    alone).
    """

    what: str
    mend: str = ""
    retry: str = ""


def show_problem(window: QWidget, view: ProblemView, retry: Callable[[], None] | None = None) -> Sheet:
    """The world's fault: a full disk, a missing file, a damaged vault. Nothing on the page is lost."""
    sheet = Sheet(_("That did not work"), width=720)
    sheet.column.addWidget(Message(MessageView("danger", view.what, view.mend)))
    sheet.column.addStretch(1)
    close = ActionView("close", _("Close"), hint="Esc")
    if view.retry and retry is not None:
        sheet.display_bar(ActionBarView(primary=ActionView("retry", view.retry), secondary=(close,)))
    else:
        sheet.display_bar(ActionBarView(primary=close))

    def asked(key: str) -> None:
        sheet.close_sheet()
        if key == "retry" and retry is not None:
            retry()

    sheet.asked.connect(asked)
    sheet.open_over(window)
    return sheet


def crash_report(fault: BaseException) -> str:
    """What a developer needs and nothing about a patient: kinds, files, lines and functions, no values.

    The words of an exception may quote what was typed, so they are left out, as are local variables and
    the source lines themselves.
    """
    lines = [
        f"PhysioPlan on Python {sys.version.split()[0]}, {platform.system()} {platform.machine()}",
    ]
    seen: set[int] = set()
    chain: BaseException | None = fault
    while chain is not None and id(chain) not in seen:
        seen.add(id(chain))
        lines.append(f"{type(chain).__module__}.{type(chain).__qualname__}")
        lines.extend(_frames(chain.__traceback__))
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines)


def _frames(trace: TracebackType | None) -> list[str]:
    frames = []
    for frame in traceback.extract_tb(trace):
        path = Path(frame.filename)
        parts = path.parts
        where = "/".join(parts[parts.index("physioplan") :]) if "physioplan" in parts else path.name
        frames.append(f"  {where}:{frame.lineno} in {frame.name}")
    return frames


def show_crash(window: QWidget, fault: BaseException) -> Sheet:
    """Our fault: say so, say that answers are kept, and offer the report to copy."""
    report = crash_report(fault)
    sheet = Sheet(_("We made a mistake"), width=760)
    sheet.column.addWidget(
        Message(
            MessageView(
                "danger",
                _("Something in PhysioPlan went wrong."),
                _(
                    "Your answers are kept as they were. Try the same step again; if it happens again, "
                    "send the report below."
                ),
            )
        )
    )
    sheet.column.addWidget(
        Label(_("The report names no patient and holds nothing you typed."), "small", "ink2")
    )
    scroll = ScrollColumn(margins=(0, 0, 12, 0))
    words = Label(report, "micro", wrap=True)
    words.setAccessibleName(_("Crash report"))
    scroll.column.addWidget(words)
    scroll.column.addStretch(1)
    scroll.setMinimumHeight(160)
    sheet.column.addWidget(scroll, 1)
    sheet.display_bar(
        ActionBarView(
            primary=ActionView("close", _("Close"), hint="Esc"),
            secondary=(ActionView("copy", _("Copy the report"), "copy"),),
        )
    )

    def asked(key: str) -> None:
        if key == "copy":
            QApplication.clipboard().setText(report)
        else:
            sheet.close_sheet()

    sheet.asked.connect(asked)
    sheet.open_over(window)
    return sheet


def is_of_the_world(fault: BaseException) -> bool:
    """Whether ``fault`` was raised on purpose with a sentence for people, or comes from the system
    below us.

    Our named faults live in our own packages; ``OSError`` is a disk, a folder or a file. All else is a
    mistake of ours.
    """
    return isinstance(fault, OSError) or type(fault).__module__.startswith("physioplan.")


def tell(window: QWidget, fault: Exception) -> Sheet:
    """Show a fault the way it deserves: the world's in its own words, ours with a report."""
    if not is_of_the_world(fault):
        return show_crash(window, fault)
    what = str(fault)
    if isinstance(fault, OSError) and fault.strerror:
        where = f": {fault.filename}" if fault.filename else ""
        what = f"{fault.strerror}{where}."
    return show_problem(
        window, ProblemView(what or _("That could not be done."), str(getattr(fault, "mend", "")))
    )


def watch_for_crashes(window: QWidget, keep: Callable[[str], None] | None = None) -> None:
    """Show our unexpected faults instead of losing them; ``keep`` may write the report to a file."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        report = crash_report(fault.with_traceback(trace))
        if keep is not None:
            keep(report)
        print(report, file=sys.stderr)
        if window.isVisible() and window.findChild(QWidget, "scrim") is None:
            show_crash(window, fault)

    sys.excepthook = hook
