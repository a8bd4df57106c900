"""What a clinic chooses for itself is kept, bounded and used."""

from __future__ import annotations

import pytest

from physioplan.services.clinic_settings import ClinicSettings
from tests.builders import content
from tests.services.conftest import Practice


@pytest.fixture
def settings(practice: Practice) -> ClinicSettings:
    return ClinicSettings(practice.opened.vault, practice.clock, practice.opened.by)


def test_the_spread_is_the_usual_one_until_another_is_chosen(settings: ClinicSettings) -> None:
    assert settings.spread("nrs") == 2.0
    settings.keep_spread("nrs", 1.7)
    assert settings.spread("nrs") == 1.7


def test_a_spread_outside_what_studies_showed_is_refused(settings: ClinicSettings) -> None:
    with pytest.raises(ValueError, match=r"between 1\.5 and 2\.5"):
        settings.keep_spread("nrs", 4.0)
    assert settings.spread("nrs") == 2.0


def test_a_local_path_stands_in_front_of_ours_and_goes_when_emptied(settings: ClinicSettings) -> None:
    path = content().safety.pathways[0]
    settings.keep_pathway(path.id, "Ring 555 0100\nWalk over to the practice next door")
    local = content().with_local_pathways(settings.pathways()).safety.pathway(path.id)
    assert local is not None
    assert local.words_in("en").steps == ("Ring 555 0100", "Walk over to the practice next door")
    settings.keep_pathway(path.id, "")
    ours = content().with_local_pathways(settings.pathways()).safety.pathway(path.id)
    assert ours is not None and ours.words_in("en") == path.words_in("en")
