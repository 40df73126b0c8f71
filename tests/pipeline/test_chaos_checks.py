"""What a chaos run finds at the end: the same troubles for the same seed, and each broken promise by name."""

from itertools import islice

import pytest

from pipeline.models import Attempt
from pipeline.moves import move
from pipeline.rules.statuses import Status
from tests.chaos import checks, plan
from tests.factories import make_clip, make_take, make_task


def test_the_same_seed_brings_the_same_trouble():
    one, again, other = (list(islice(plan.faults(seed), 200)) for seed in (1, 1, 2))

    assert one == again
    assert [fault.kind for fault in one] != [fault.kind for fault in other]


def test_every_kind_comes_within_one_bag():
    bag = sum(plan.KINDS.values())

    kinds = {fault.kind for fault in islice(plan.faults(1), bag)}

    assert kinds == set(plan.KINDS)


def test_what_a_machine_cannot_have_is_left_out():
    kinds = {fault.kind for fault in islice(plan.faults(1, without=plan.OF_THE_DATABASE), 200)}

    assert kinds == set(plan.KINDS) - set(plan.OF_THE_DATABASE)


@pytest.mark.django_db
def test_a_film_that_is_not_finished_is_named():
    task = make_task(Status.DRAFT)

    assert [f"“{task}” is at Draft: None."] == list(checks.films([task]))


@pytest.mark.django_db
def test_a_status_without_its_transition_is_named():
    task = make_task(Status.DRAFT)
    move(task, Status.QUEUED, by="ada")
    task.status = Status.FINAL_REVIEW
    task.save()

    assert "its last transition led to queued" in " ".join(checks.films([task]))


@pytest.mark.django_db
def test_a_transition_that_came_twice_is_named():
    task = make_task(Status.DRAFT)
    for _ in range(2):
        move(task, Status.QUEUED, by="ada")
        task.status = Status.DRAFT

    said = " ".join(checks.films([task]))

    assert "came to queued 2 times" in said
    assert "left draft, though it was at queued" in said


@pytest.mark.django_db
def test_a_second_take_and_a_changed_file_are_named():
    clip = make_clip("image")
    make_take(clip)
    take = make_take(clip)
    (clip.task.project.folder / clip.path).write_bytes(b"something else")

    said = list(checks.clips([clip.task]))

    assert f"{clip} of “{clip.task}” has 2 takes, though nobody wanted another." in said
    assert any(clip.path.endswith(line.split(" of ")[0]) for line in said)
    assert take.selected


@pytest.mark.django_db
def test_an_open_order_is_named():
    take = make_take(make_clip("image"))
    Attempt.objects.filter(pk=take.pk).update(order=Attempt.Order.OPEN)

    assert f"The order of {take.clip} in “{take.clip.task}” is still open." in list(checks.rest())
