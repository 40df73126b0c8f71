"""Paths of the workspace: the places of all files, and what must never become one."""

import errno
import hashlib
import os
import threading
from pathlib import Path

import pytest

from videogen.lib.paths import Project, UnsafePath, digest, identifier, inside, publish, relative

HOSTILE = [
    "",
    ".",
    "..",
    "/",
    "/etc/passwd",
    "//etc/passwd",
    "../secret",
    "a/../../b",
    "a/..",
    "a/./b",
    "a//b",
    "a/",
    "a\0b",
    "a\n",
    "a/b\n",
    "\n",
    "a\\..\\b",
    "C:\\Windows",
    "C:/Windows",
    "~/.ssh",
    ".env",
    "a/.env",
    "a b",
    "a;b",
    "$HOME",
    "%2e%2e/b",
    "．．/b",  # full-width full stops
    "‥/b",  # one character of two dots
    "а/b",  # Cyrillic
    "a\u200bb",
    "１",
    "ﬁlm",
    "a∕b",  # division slash
    "\ud800",
    "x" * 129,
    "x/" * 600 + "x",
]


@pytest.fixture
def root(tmp_path) -> Path:
    root = tmp_path / "films"
    root.mkdir()
    return root


@pytest.fixture
def project(root) -> Project:
    return Project(root, "nature", "task-1")


def written(file: Path, text: str = "new") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def no_link(source: Path, target: Path) -> None:
    raise OSError(errno.EXDEV, "Invalid cross-device link")


# Identifiers


@pytest.mark.parametrize("text", ["a", "A-1_b", "-", "x" * 64])
def test_letters_digits_hyphens_and_underscores_make_a_name(text):
    assert identifier(text) == text


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 65, "a.b", "a/b", None, 7, b"a"], ids=ascii)
def test_anything_else_is_no_name(text):
    with pytest.raises(UnsafePath, match="cannot be a name here"):
        identifier(text)


def test_a_refused_name_is_shown_short_and_harmless():
    with pytest.raises(UnsafePath) as caught:
        identifier("\x1b[31m" + "x" * 100_000)

    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 250


# The places of a project


def test_every_file_has_its_place(project):
    folder = project.root / "channels/nature/projects/task-1"

    assert project.storyboard == folder / "storyboard.json"
    assert project.asset("character", "old_bear") == folder / "assets/characters/old_bear.png"
    assert project.asset("prop", "lamp") == folder / "assets/props/lamp.png"
    assert project.composite(1) == folder / "assets/composites/scene_01.png"
    assert project.video(18) == folder / "videos/clip_18.mp4"
    assert project.narration(1) == folder / "audio/narration_01.mp3"
    assert project.sound(1) == folder / "sfx/sfx_01.wav"
    assert project.film == folder / "task-1_final.mp4"
    assert project.captions == folder / "task-1_final.srt"
    assert project.thumbnail == folder / "thumbnail.jpg"
    assert project.take("17") == folder / "takes/17"
    assert project.segments == folder / "segments"


@pytest.mark.parametrize("number", [0, -1, 100, True, 1.0, "1"])
def test_a_scene_has_a_number_from_1_to_99(project, number):
    with pytest.raises(UnsafePath, match="is not the number of a scene"):
        project.video(number)


def test_an_unknown_kind_of_asset_is_refused(project):
    with pytest.raises(UnsafePath, match="is no kind of asset"):
        project.asset("../characters", "bear")


def test_hostile_names_make_no_places(project):
    for make in (project.take, lambda name: project.asset("prop", name), lambda name: Project(project.root, name, "t")):
        with pytest.raises(UnsafePath):
            make("../x")


def test_a_row_and_its_file_lead_to_each_other(project):
    text = project.relative(project.video(3))

    assert text == "channels/nature/projects/task-1/videos/clip_03.mp4"
    assert project.resolve(text) == project.video(3).resolve()


@pytest.mark.parametrize(
    "text", ["channels/nature/projects/task-12/a.mp4", "channels/other/projects/task-1/a.mp4", "a.mp4"]
)
def test_a_file_of_another_task_is_refused(project, text):
    with pytest.raises(UnsafePath, match="does not belong to the task task-1"):
        project.resolve(text)
    with pytest.raises(UnsafePath, match="does not belong to the task task-1"):
        project.relative(project.root / text)


# Inside the workspace


def test_a_path_that_does_not_exist_yet_is_fine(root):
    assert inside(root, "channels/a/b.c-d_e.mp4") == root.resolve() / "channels/a/b.c-d_e.mp4"


def test_files_and_folders_that_exist_are_fine(root):
    written(root / "a" / "b.txt")

    assert inside(root, "a/b.txt").read_text() == "new"
    assert inside(root, "a").is_dir()


@pytest.mark.parametrize("text", [*HOSTILE, None, 7, b"a"], ids=ascii)
def test_a_hostile_path_is_refused(root, text):
    with pytest.raises(UnsafePath, match="is not a path in the workspace"):
        inside(root, text)


def test_a_link_out_of_the_workspace_is_refused(root, tmp_path):
    written(tmp_path / "secret.txt")
    (root / "film.mp4").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(UnsafePath, match="leads through a symbolic link"):
        inside(root, "film.mp4")


def test_a_linked_folder_is_refused_for_what_exists_and_what_does_not(root, tmp_path):
    written(tmp_path / "outside" / "a.txt")
    (root / "videos").symlink_to(tmp_path / "outside")

    for text in ("videos/a.txt", "videos/b.txt", "videos"):
        with pytest.raises(UnsafePath, match="leads through a symbolic link"):
            inside(root, text)


def test_a_link_that_stays_inside_or_leads_nowhere_is_refused_as_well(root):
    written(root / "a.txt")
    (root / "b.txt").symlink_to("a.txt")
    (root / "c.txt").symlink_to("nowhere")

    for text in ("b.txt", "c.txt"):
        with pytest.raises(UnsafePath, match="leads through a symbolic link"):
            inside(root, text)


def test_a_path_through_a_file_is_refused(root):
    written(root / "a.txt")

    with pytest.raises(UnsafePath, match="not a folder"):
        inside(root, "a.txt/b.txt")


def test_a_pipe_is_no_file_to_open(root):
    os.mkfifo(root / "film.mp4")

    with pytest.raises(UnsafePath, match="to no plain file"):
        inside(root, "film.mp4")


def test_the_workspace_itself_may_be_a_link(root, tmp_path):
    (tmp_path / "link").symlink_to(root)

    assert inside(tmp_path / "link", "a.txt") == root.resolve() / "a.txt"
    assert relative(tmp_path / "link", root.resolve() / "a.txt") == "a.txt"
    assert relative(tmp_path / "link", tmp_path / "link" / "a.txt") == "a.txt"


@pytest.mark.parametrize("text", ["../a.txt", "a/../../a.txt", "../films2/a.txt", "."])
def test_a_file_outside_has_no_text_for_a_row(root, text):
    with pytest.raises(UnsafePath):
        relative(root, root / text)


# Publishing


def test_a_published_file_is_the_same_file(root):
    source = written(root / "takes" / "1" / "clip.mp4")
    target = root / "videos" / "clip.mp4"

    publish(source, target)

    assert target.samefile(source)


def test_publishing_replaces_what_was_there_and_leaves_the_old_take_alone(root):
    old, new, target = written(root / "1", "old"), written(root / "2", "new"), root / "clip"
    publish(old, target)

    publish(new, target)

    assert (old.read_text(), target.read_text()) == ("old", "new")


def test_publishing_twice_leaves_nothing_beside(root):
    source = written(root / "takes" / "clip")
    target = root / "videos" / "clip"

    publish(source, target)
    publish(source, target)

    assert names_in(target.parent) == ["clip"]


def test_a_file_published_onto_itself_stays(root):
    file = written(root / "clip")

    publish(file, file)

    assert file.read_text() == "new"
    assert names_in(root) == ["clip"]


def test_where_links_are_not_possible_the_file_is_copied(root):
    source, target = written(root / "1", "new"), written(root / "clip", "old")

    publish(source, target, link=no_link)

    assert target.read_text() == "new"
    assert not target.samefile(source)
    assert names_in(root) == ["1", "clip"]


def test_a_full_disk_is_not_mistaken_for_missing_links(root):
    source, target = written(root / "1", "new"), written(root / "clip", "old")

    def full(*_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        publish(source, target, link=full)
    assert target.read_text() == "old"
    assert names_in(root) == ["1", "clip"]


@pytest.mark.parametrize("link", [os.link, no_link])
def test_a_reader_always_sees_one_whole_file(root, link):
    takes = [written(root / str(number), str(number) * 200_000) for number in range(2)]
    target = root / "clip"
    publish(takes[0], target)
    seen, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            seen.add(target.read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        publish(takes[number % 2], target, link=link)
    stop.set()
    reader.join()

    assert seen <= {take.read_text() for take in takes}


def test_many_may_publish_to_one_place_at_once(root):
    takes = [written(root / "takes" / str(number), str(number)) for number in range(8)]
    target = root / "videos" / "clip"
    threads = [threading.Thread(target=publish, args=(take, target)) for take in takes]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert target.read_text() in set("01234567")
    assert names_in(target.parent) == ["clip"]


def test_a_link_is_not_published(root, tmp_path):
    written(tmp_path / "secret")
    (root / "take").symlink_to(tmp_path / "secret")

    with pytest.raises(UnsafePath, match="is not a plain file"):
        publish(root / "take", root / "clip")


def test_a_link_at_the_target_is_replaced_and_not_followed(root, tmp_path):
    outside = written(tmp_path / "outside", "untouched")
    (root / "clip").symlink_to(outside)

    publish(written(root / "take"), root / "clip")

    assert outside.read_text() == "untouched"
    assert not (root / "clip").is_symlink()


def test_a_project_publishes_its_take(project):
    take = written(project.take("5") / "clip.mp4")

    project.publish(take, project.video(1))

    assert project.video(1).samefile(take)


def test_a_project_does_not_publish_through_a_linked_folder(project, tmp_path):
    take = written(project.take("5") / "clip.mp4")
    (tmp_path / "outside").mkdir()
    (project.folder / "videos").symlink_to(tmp_path / "outside")

    with pytest.raises(UnsafePath, match="leads through a symbolic link"):
        project.publish(take, project.video(1))


def test_a_project_does_not_publish_what_is_not_its_own(project, tmp_path):
    with pytest.raises(UnsafePath):
        project.publish(written(tmp_path / "secret"), project.video(1))
    with pytest.raises(UnsafePath):
        project.publish(written(project.take("5") / "clip.mp4"), tmp_path / "elsewhere")


def test_a_missing_file_is_not_published(root):
    with pytest.raises(FileNotFoundError):
        publish(root / "gone", root / "clip")


# Digests


def test_a_digest_is_the_sha256_of_the_content(root):
    content = os.urandom(3_000_000)
    (root / "film").write_bytes(content)

    assert digest(root / "film") == hashlib.sha256(content).hexdigest()
