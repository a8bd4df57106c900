"""Everything a rule may ask about one patient on one day, as one frozen value.

The fields *are* the vocabulary of ``assets/evidence/rules.toml``. ``None`` means not known: an unknown
finding fires no rule, neither with a comparison nor with its opposite.
"""

from physioplan.domain.safety import Urgency
from physioplan.domain.value import Value


class ClinicalFindings(Value):
    """Grouped as they are gathered.

    The person, safety, pain, risk and mind, movement, wishes, plan, session, review.
    """

    # the person and the complaint
    age: int | None = None
    age_at_onset: int | None = None
    weeks_of_pain: int | None = None
    leg_pain_below_knee: bool = False
    radicular_signs: bool = False
    specific_cause: bool = False
    pregnant: bool = False
    off_work: bool = False
    first_approach_failed: bool = False

    # safety; the four sets hold open flags that lock or could lock the plan, own_paths those that
    # lock nothing
    screen_complete: bool = False
    emergency_flags: frozenset[str] = frozenset()
    urgent_flags: frozenset[str] = frozenset()
    routine_flags: frozenset[str] = frozenset()
    caution_flags: frozenset[str] = frozenset()
    own_paths: frozenset[str] = frozenset()
    inflammatory_signs: int | None = None
    contraindications: frozenset[str] = frozenset()
    exercise_stopped: bool = False
    resistance_stopped: bool = False
    outside_scope: frozenset[str] = frozenset()
    precautions: frozenset[str] = frozenset()
    withholding: frozenset[str] = frozenset()
    systolic: int | None = None
    diastolic: int | None = None

    # pain and disability
    pain_average: float | None = None
    pain_worst: float | None = None
    odi: float | None = None
    odi_band: str | None = None
    rmdq: float | None = None
    qbpds: float | None = None
    psfs: float | None = None

    # risk and mind
    sbst_risk: str | None = None
    sbst_total: float | None = None
    sbst_psychosocial: float | None = None
    ompsq_sf: float | None = None
    fabq_pa: float | None = None
    fabq_w: float | None = None
    tsk_17: float | None = None
    tsk_11: float | None = None
    pcs: float | None = None
    pseq: float | None = None
    pseq_2: float | None = None
    phq_2: float | None = None
    gad_2: float | None = None
    phq_9: float | None = None
    phq_9_item_3: float | None = None
    phq_9_item_9: float | None = None
    gad_7: float | None = None
    sleep_trouble: float | None = None
    psychosocial_obstacle: bool | None = None

    # movement
    control_tests_positive: int | None = None
    control_tests_done: int = 0
    control_pattern: str | None = None
    lsiq: int | None = None
    hicks_signs: int | None = None
    provoked_direction: str | None = None
    history_and_pattern_disagree: bool = False

    # wishes, and what the clinician noticed
    goals: int = 0
    goal_words: tuple[str, ...] = ()
    minutes_a_day: int | None = None
    equipment: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()
    noticed: frozenset[str] = frozenset()
    has_movement_preference: bool = False

    # the programme as it stands
    programme_categories: frozenset[str] = frozenset()
    session_minutes: float | None = None
    sessions_a_week: int | None = None
    supervised_contacts: int | None = None
    contact_at_handover: bool | None = None

    # a session
    pain_in_exercise: float | None = None
    settled_in_a_day: bool | None = None
    two_for_two: bool | None = None
    days_away: int | None = None

    # a review
    programme_week: int | None = None
    adherence_percent: float | None = None
    best_trend_percent: float | None = None
    sbst_risk_now: str | None = None
    pcs_now: float | None = None
    responder: bool | None = None
    worsened: bool | None = None
    review: str | None = None

    # what is about to be said
    shows_press_number: bool = False

    @property
    def most_urgent(self) -> Urgency | None:
        """The most urgent open flag, or ``None``."""
        ladder = (
            (Urgency.EMERGENCY, self.emergency_flags),
            (Urgency.URGENT, self.urgent_flags),
            (Urgency.ROUTINE, self.routine_flags),
            (Urgency.CAUTION, self.caution_flags),
        )
        return next((urgency for urgency, flags in ladder if flags), None)


FINDINGS = frozenset(ClinicalFindings.model_fields)
