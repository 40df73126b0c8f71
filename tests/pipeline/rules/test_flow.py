"""How a film flows from status to status."""

from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from pipeline.rules.flow import OPENS, back_to, next_status, opens, resume_at
from pipeline.rules.statuses import TRANSITIONS, Status

S = Status


@dataclass
class Clips:
    """Progress made of names of steps."""

    done: set[str] = field(default_factory=set)
    approvals: set[str] = field(default_factory=set)
    failures: set[str] = field(default_factory=set)

    def complete(self, step):
        return step in self.done

    def approved(self, step):
        return step in self.approvals

    def failed(self, step):
        return step in self.failures


EVERYTHING = {"plan", "images", "composites", "videos", "narration", "sfx", "film"}


def walk(status, progress, auto=()):
    path = [status]
    while (following := next_status(path[-1], progress, auto)) is not None:
        path.append(following)
    return path


def test_finished_clips_carry_a_task_to_its_next_gate():
    assert walk(S.CLAIMED, Clips(EVERYTHING)) == [S.CLAIMED, S.GENERATING_ASSETS, S.ASSETS_READY]


def test_automatic_gates_carry_it_to_the_final_review_and_no_further():
    path = walk(S.CLAIMED, Clips(EVERYTHING), {"assets", "videos", "audio"})

    assert path[-1] is S.FINAL_REVIEW
    assert [s for s in S if S.CLAIMED.value and s in path] == path


def test_every_move_of_the_engine_is_in_the_table():
    path = walk(S.CLAIMED, Clips(EVERYTHING), {"assets", "videos", "audio"})

    assert all(to in TRANSITIONS[frm] for frm, to in pairwise(path))


def test_unfinished_work_keeps_a_task_where_it_is():
    assert next_status(S.GENERATING_VIDEO, Clips(EVERYTHING - {"videos"})) is None


def test_a_gate_whose_clips_are_all_approved_already_is_not_asked_again():
    assert next_status(S.AUDIO_READY, Clips(EVERYTHING, {"narration", "sfx"})) is S.AUDIO_APPROVED
    assert next_status(S.AUDIO_READY, Clips(EVERYTHING, {"narration"})) is None


def test_the_final_review_is_always_asked():
    assert next_status(S.FINAL_REVIEW, Clips(EVERYTHING, EVERYTHING), {"assets", "videos", "audio"}) is None


@pytest.mark.parametrize(
    ("status", "step", "error"),
    [
        (S.CLAIMED, "plan", S.ASSET_ERROR),
        (S.GENERATING_COMPOSITES, "composites", S.ASSET_ERROR),
        (S.GENERATING_VIDEO, "videos", S.VIDEO_ERROR),
        (S.GENERATING_AUDIO, "sfx", S.AUDIO_ERROR),
        (S.ASSEMBLING, "film", S.VIDEO_ERROR),
    ],
)
def test_a_failed_step_leads_to_its_error(status, step, error):
    assert next_status(status, Clips(failures={step})) is error


def test_a_clip_that_failed_early_waits_for_its_own_status():
    failed_clip = Clips({"composites"}, failures={"videos"})

    assert walk(S.GENERATING_COMPOSITES, failed_clip)[-1] is S.VIDEO_ERROR


def test_sound_is_made_together_with_the_narration():
    assert OPENS[S.GENERATING_AUDIO] == ("narration", "sfx")


def test_sound_is_made_beside_the_clips_where_nobody_looks_at_them_first():
    assert opens(S.GENERATING_VIDEO, {"videos"}) == ("videos", "narration", "sfx")
    assert opens(S.GENERATING_VIDEO, {"assets"}) == ("videos",)
    assert opens(S.GENERATING_ASSETS, {"videos"}) == ("images",)


def test_rejected_work_goes_back_to_the_earliest_status_that_makes_it():
    assert back_to({"sfx", "videos"}) is S.GENERATING_VIDEO


def test_a_retry_goes_on_with_the_first_thing_that_is_missing():
    assert resume_at(S.ASSET_ERROR, Clips({"plan", "images"}).complete) is S.GENERATING_COMPOSITES
    assert resume_at(S.ASSET_ERROR, Clips().complete) is S.QUEUED
    assert resume_at(S.VIDEO_ERROR, Clips({"videos"}).complete) is S.ASSEMBLING
