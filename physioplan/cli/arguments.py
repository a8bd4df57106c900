"""The words a command takes. Each command's own module is imported only when it is the one to run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from physioplan import __version__

_ABOUT = """\
Plan care for chronic low back pain, offline: what the evidence suggests for one
person, how firmly and why, and a printed coaching plan.

A documentation and decision aid for qualified clinicians. It does not diagnose,
predict a person or decide. Not CE-marked, not FDA-cleared."""

_FIRST_STEPS = """\
first steps:
  physioplan case-template > case.toml        an annotated case, valid as it stands
  physioplan recommend case.toml              what is suggested, and why
  physioplan plan case.toml --out plan.pdf    the plan the patient takes home

exit codes: 0 done (to refer on is an answer), 2 bad input with every fault told,
1 a fault of the program."""


def read_arguments(words: Sequence[str]) -> argparse.Namespace:
    """Parse ``words``; ``command`` of the answer names the module. Exits with 2 on words it cannot read."""
    parser = _parser()
    arguments = parser.parse_args(words)
    if not getattr(arguments, "command", ""):
        parser.print_help()
        raise SystemExit(2)
    return arguments


def run_command(arguments: argparse.Namespace) -> int:
    """Import the command's module and run it."""
    module = import_module(f"physioplan.cli.{arguments.command}")
    code: int = module.run(arguments)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="physioplan",
        description=_ABOUT,
        epilog=_FIRST_STEPS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"PhysioPlan {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add(
        commands, "case-template", "case_template", "print an annotated case file that is valid as it stands"
    )
    _add(commands, "case-schema", "case_schema", "print the JSON Schema of the case file")
    _add_recommend(commands)
    _add_plan(commands)
    _add_vault(commands)
    content = _add(commands, "content", "", "look after the clinical content files").add_subparsers(
        metavar="WHAT", required=True
    )
    check = _add(content, "check", "content_check", "check every content file; unverified values are listed")
    check.add_argument("--folder", type=Path, help="another assets folder than the program's own")
    return parser


def _add_recommend(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add(
        commands, "recommend", "recommend", "what the evidence suggests for a case, or whom to refer on to"
    )
    parser.add_argument("case", type=Path, metavar="CASE", help="a case file (see case-template)")
    parser.add_argument(
        "--json", action="store_true", help="as JSON; the keys are in physioplan/exchange/README.md"
    )


def _add_plan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add(commands, "plan", "plan", "write the coaching plan of a case as PDF")
    parser.add_argument("case", type=Path, metavar="CASE", help="a case file (see case-template)")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.pdf", help="where to write it, whole or not"
    )
    parser.add_argument(
        "--language", type=_language, metavar="L", help="of the plan, such as en; default: the patient's"
    )
    parser.add_argument("--large-print", action="store_true", help="bigger letters, one column")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--ink", choices=("colour", "black"), default="colour")
    parser.add_argument("--initials-only", action="store_true", help="initials in place of the name")


def _add_vault(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    vault = _add(commands, "vault", "", "make or check an encrypted vault").add_subparsers(
        metavar="WHAT", required=True
    )
    create = _add(vault, "create", "vault_create", "make a new, empty vault and print its recovery key")
    demo = _add(
        vault, "demo", "vault_demo", "make a vault of invented patients at every stage of their journey"
    )
    verify = _add(vault, "verify", "vault_verify", "check every page, reference and audit line of a vault")
    for parser in (create, demo, verify):
        parser.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
        parser.add_argument(
            "--passphrase-file",
            type=Path,
            metavar="FILE",
            help="a file whose first line is the passphrase; without it you are asked",
        )
    for parser in (create, demo):
        parser.add_argument("--clinic", default="Example Physiotherapy", help="name of the practice")
        parser.add_argument("--clinician", default="Chris Example", help="your name")
    verify.add_argument("--clinician", help="whose passphrase it is; default: the first one listed")
    demo.add_argument("--patients", type=_count, default=40, metavar="N", help="how many (default 40)")
    demo.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the same seed gives the same patients"
    )
    demo.add_argument("--today", type=_day, metavar="DATE", help="the day they are seen from; default: today")


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, module: str, about: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    if module:
        parser.set_defaults(command=module)
    return parser


def _count(words: str) -> int:
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= 100_000:
        raise argparse.ArgumentTypeError(f"“{words}” is not a number from 1 to 100000")
    return int(words)


def _language(words: str) -> str:
    if len(words) != 2 or not words.isascii() or not words.islower():
        raise argparse.ArgumentTypeError(f"“{words}” is not a language in two small letters, such as en")
    return words


def _day(words: str) -> object:
    from datetime import date

    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{words}” is not a date such as 2026-03-02") from None
