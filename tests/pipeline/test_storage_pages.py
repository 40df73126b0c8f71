"""People look at, and decide about, films on a machine that did not make them."""

import json

import pytest

from pipeline import actions, sharing
from pipeline.models import Attempt, AuditEntry, Clip, Task
from pipeline.rules.intake import Idea
from pipeline.rules.statuses import Status
from tests.factories import make_channel, make_clip, make_storyboard, make_take, make_task, storyboard_values
from tests.store import machines, store, store_server  # noqa: F401  (fixtures)
from videogen.lib import paths

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def looker(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("ada"))
    return client


def stored(store, *takes):  # noqa: F811
    """Put takes that a factory made on this machine into the store, with all that lies beside them."""
    for take in takes:
        root = take.clip.task.project.root
        for file in (root / take.path).parent.iterdir():
            store.client.upload_file(str(file), store.bucket, paths.relative(root, file))


@pytest.fixture
def film(machines, store):  # noqa: F811
    """A film at its final review, made on a; the test goes on on c."""
    task = make_storyboard(make_task(Status.FINAL_REVIEW))
    take = make_take(task.clips.get(kind="film"), content=b"the film" * 1000)
    (task.project.root / take.path).with_name("thumbnail.jpg").write_bytes(b"a picture")
    stored(store, take, Attempt.objects.get(clip__task=task, clip__kind="storyboard"))
    machines.on("c")
    return task


def get(looker, path):
    answer = looker.get(f"/media/{path}")
    return answer.status_code, b"".join(answer) if answer.streaming else answer.content


def at(task, file):
    return paths.relative(task.project.root, file)


def test_a_page_gives_a_film_that_another_machine_made(looker, film):
    assert get(looker, at(film, film.project.film)) == (200, b"the film" * 1000)


def test_a_page_gives_what_goes_with_a_film(looker, film):
    assert get(looker, at(film, film.project.thumbnail)) == (200, b"a picture")


def test_a_page_gives_a_take_and_what_lies_beside_it(looker, film):
    take = Attempt.objects.get(clip__kind="film")

    assert get(looker, take.path) == (200, b"the film" * 1000)
    assert get(looker, take.path.replace(f"{film.pk}_final.mp4", "thumbnail.jpg")) == (200, b"a picture")


def test_a_canonical_place_follows_the_take_that_was_selected_elsewhere(looker, film, machines, store):  # noqa: F811
    where = at(film, film.project.film)
    get(looker, where)
    machines.on("a")
    stored(store, make_take(Clip.objects.get(kind="film"), content=b"another film"))
    machines.on("c")

    assert get(looker, where) == (200, b"another film")


def test_what_is_nowhere_is_not_found(looker, film, store):  # noqa: F811
    for key in store.keys:
        store.client.delete_object(Bucket=store.bucket, Key=key)

    assert get(looker, at(film, film.project.film))[0] == 404
    assert get(looker, at(film, film.project.take("nobodys") / "clip_01.mp4"))[0] == 404


def test_a_film_is_approved_by_the_hash_of_the_file_from_the_store(film):
    actions.approve(film.pk, by="ada")

    film.refresh_from_db()
    approved = AuditEntry.objects.get(task=film, action="approve")
    assert approved.sha256 == paths.digest(film.project.film) == Attempt.objects.get(clip__kind="film").sha256


def test_a_film_that_the_store_changed_is_not_approved(film, store):  # noqa: F811
    key = Attempt.objects.get(clip__kind="film").path
    store.client.put_object(Bucket=store.bucket, Key=key, Body=b"!" * 8000)

    with pytest.raises(actions.Refused, match="is not the file that was made"):
        actions.approve(film.pk, by="ada")


def test_a_decision_waits_for_a_store_that_answers(film, settings):
    settings.STORAGE_ENDPOINT_URL = "http://127.0.0.1:9"

    with pytest.raises(actions.Refused, match="could not be reached"):
        actions.approve(film.pk, by="ada")


def test_another_take_is_picked_where_neither_was_made(machines, store):  # noqa: F811
    clip = make_clip(task=make_storyboard(make_task(Status.ASSETS_READY)))
    first, second = make_take(clip, content=b"first"), make_take(clip, content=b"second")
    board = Attempt.objects.get(clip__task=clip.task, clip__kind="storyboard")
    stored(store, first, second, board)
    machines.on("c")

    actions.pick_take(clip.task_id, ("image", 1), 1, by="ada")

    task = Task.objects.get(pk=clip.task_id)
    assert (task.project.folder / clip.path).read_bytes() == b"first"


@pytest.fixture
def board(tmp_path):
    file = tmp_path / "own.json"
    file.write_text(json.dumps(storyboard_values()))
    return file


IDEA = Idea(channel="meadow", title="Night", topic="What moves")


def test_a_persons_storyboard_is_in_the_store_before_its_film_is_queued(machines, store, board):  # noqa: F811
    make_channel()

    (task,) = actions.add_ideas([IDEA], by="ada", queued=True, storyboard=board)
    machines.on("c")
    sharing.bring_storyboard(task.pk)

    take = Attempt.objects.get(clip__task=task)
    assert store.keys == [take.path]
    assert paths.digest(Task.objects.get().project.root / take.path) == take.sha256


def test_nothing_is_created_when_a_storyboard_cannot_be_stored(machines, store, board, settings):  # noqa: F811
    make_channel()
    settings.STORAGE_ENDPOINT_URL = "http://127.0.0.1:9"

    with pytest.raises(actions.Refused, match="could not be reached"):
        actions.add_ideas([IDEA], by="ada", queued=True, storyboard=board)

    assert not Task.objects.exists()
    assert not list(machines.workspace("a").rglob("storyboard.json"))


def test_a_refused_idea_leaves_no_storyboard_behind(board, workspace):
    make_channel()
    actions.add_ideas([IDEA], by="ada", storyboard=board)

    with pytest.raises(actions.SameIdea):
        actions.add_ideas([IDEA], by="ada", storyboard=board)

    assert len(list(workspace.rglob("takes/*/storyboard.json"))) == 1
