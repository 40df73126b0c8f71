"""The 26 statuses (FR51) and the one table of transitions."""

import pytest

from pipeline.rules.statuses import (
    CANCELLABLE,
    GATES,
    TRANSITIONS,
    By,
    InvalidStateTransitionError,
    Status,
    check_transition,
)

LABELS = """Draft, Queued, Claimed, Generating Assets, Assets Ready, Assets Approved, Generating Composites, Composites Ready,
Generating Video, Video Ready, Video Approved, Generating Audio, Generating SFX, SFX Ready, Audio Ready, Audio Approved,
Assembling, Assembly Ready, Final Review, Approved, Uploading, Published, Asset Error, Video Error, Audio Error, Upload Error"""


def test_there_are_exactly_26_statuses_in_order_with_these_labels():
    assert [s.label for s in Status] == [label.strip() for label in LABELS.replace("\n", " ").split(",")]


def test_the_slug_is_the_label_in_lower_snake_case():
    assert all(s.value == s.label.lower().replace(" ", "_") for s in Status)


def test_every_status_but_published_can_be_left():
    assert [s for s in Status if not TRANSITIONS[s]] == [Status.PUBLISHED]


def test_a_refusal_names_from_to_and_what_is_allowed():
    with pytest.raises(InvalidStateTransitionError) as refused:
        check_transition(Status.DRAFT, Status.PUBLISHED, By.PERSON)

    assert "from Draft to Published" in str(refused.value)
    assert "Queued" in str(refused.value)


def test_the_final_gate_is_passed_by_a_person_only():
    check_transition(Status.FINAL_REVIEW, Status.APPROVED, By.PERSON)

    with pytest.raises(InvalidStateTransitionError):
        check_transition(Status.FINAL_REVIEW, Status.APPROVED, By.ENGINE)


@pytest.mark.parametrize("gate", [gate for gate in GATES if gate is not Status.FINAL_REVIEW])
def test_the_early_gates_can_be_passed_by_the_engine_where_the_channel_says_so(gate):
    onwards = next(to for to in TRANSITIONS[gate] if to.value.endswith("_approved"))

    check_transition(gate, onwards, By.ENGINE)


def test_a_person_can_cancel_anything_before_approved_and_nothing_after():
    after = {Status.APPROVED, Status.UPLOADING, Status.PUBLISHED, Status.UPLOAD_ERROR}

    assert set(CANCELLABLE) == set(Status) - after - {Status.DRAFT}
    assert all(TRANSITIONS[s][Status.DRAFT] is By.PERSON for s in CANCELLABLE)


def test_people_cannot_do_the_engines_moves():
    with pytest.raises(InvalidStateTransitionError):
        check_transition(Status.GENERATING_VIDEO, Status.VIDEO_READY, By.PERSON)
