"""The whole episode as one value: the patient, every assessment, visit and programme version."""

from physioplan.domain.assessment import Assessment, Occasion
from physioplan.domain.episode import EpisodeOfCare
from physioplan.domain.follow_up import FollowUpWindow
from physioplan.domain.patient import Patient
from physioplan.domain.programme import Programme
from physioplan.domain.safety import SafetyScreen
from physioplan.domain.value import Value
from physioplan.domain.visit import Visit


class EpisodeRecord(Value):
    """Tens of rows, loaded complete. Each tuple is in the order it was recorded, oldest first."""

    patient: Patient
    episode: EpisodeOfCare
    assessments: tuple[Assessment, ...] = ()
    visits: tuple[Visit, ...] = ()
    programmes: tuple[Programme, ...] = ()
    windows: tuple[FollowUpWindow, ...] = ()

    def assessment(self, occasion: Occasion) -> Assessment | None:
        """The standing assessment of ``occasion``: the latest one, corrections included."""
        return next((a for a in reversed(self.assessments) if a.occasion is occasion), None)

    @property
    def baseline(self) -> Assessment | None:
        """The standing baseline, or ``None`` before the first measurement."""
        return self.assessment(Occasion.BASELINE)

    @property
    def programme(self) -> Programme | None:
        """The current programme version, or ``None`` before a plan is agreed."""
        return self.programmes[-1] if self.programmes else None

    @property
    def latest_safety(self) -> SafetyScreen | None:
        """The safety screen asked last, at an assessment or a visit."""
        screens = [a.safety for a in self.assessments if a.safety] + [
            v.safety for v in self.visits if v.safety
        ]
        return max(screens, key=lambda screen: screen.day, default=None)

    def window(self, occasion: Occasion) -> FollowUpWindow | None:
        """The stored follow-up window of ``occasion``."""
        return next((w for w in self.windows if w.occasion is occasion), None)
