"""Open PhysioPlan, or run all its tests, on a machine that has nothing but Python 3.11 or newer.

    python3 packaging/bootstrap.py run     open the window; without a screen, write an example plan
    python3 packaging/bootstrap.py test    run every check and every test

Words after `run` go to the program's command line, words after `test` go to pytest. This file and
fresh_machine/interpreter.py keep to a syntax that older Pythons read, so that those can say what is missing.
"""

import sys
from pathlib import Path


def main() -> int:
    command, words = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if command not in ("run", "test"):
        print(__doc__.strip())
        return 0 if command in ("-h", "--help", "help") else 2

    from fresh_machine import interpreter

    if not interpreter.suits():
        return interpreter.start_again_with_a_suitable_one(str(Path(__file__).resolve()), sys.argv[1:])

    from fresh_machine import jobs
    from fresh_machine.problem import Problem

    try:
        return jobs.run(words) if command == "run" else jobs.test(words)
    except Problem as problem:
        print("\n" + str(problem), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command carries on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
