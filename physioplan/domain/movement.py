"""The movement-control examination: six tests, what provokes and eases, and the therapist's pattern."""

from enum import StrEnum

from physioplan.domain.value import Value


class TestResult(StrEnum):
    """How a control test went. "Fail" is a finding, not a danger."""

    __test__ = False

    PASS = "pass"
    FAIL = "fail"
    NOT_DONE = "not_done"


class Direction(StrEnum):
    """A direction of the back: of a test, a provocation, or an exercise's bias."""

    NEUTRAL = "neutral"
    FLEXION = "flexion"
    EXTENSION = "extension"
    ROTATION = "rotation"
    LATERAL = "lateral"


class ControlImpairmentPattern(StrEnum):
    """The therapist's own classification; the program never fills it in."""

    FLEXION = "flexion"
    ACTIVE_EXTENSION = "active_extension"
    PASSIVE_EXTENSION = "passive_extension"
    LATERAL_SHIFT = "lateral_shift"
    MULTIDIRECTIONAL = "multidirectional"


class MovementTestResult(Value):
    """One test with its side where the test has one, and the reason where it was not done."""

    __test__ = False

    test: str
    result: TestResult
    side: str = ""
    reason: str = ""


class MovementExamination(Value):
    """Everything seen when the patient moved."""

    tests: tuple[MovementTestResult, ...] = ()
    provoked_by: frozenset[Direction] = frozenset()
    eased_by: frozenset[Direction] = frozenset()
    pattern: ControlImpairmentPattern | None = None
    lsiq: int | None = None

    @property
    def positive(self) -> int:
        """How many tests were failed (0 to 6)."""
        return sum(test.result is TestResult.FAIL for test in self.tests)

    @property
    def done(self) -> int:
        """How many tests were done at all."""
        return sum(test.result is not TestResult.NOT_DONE for test in self.tests)
