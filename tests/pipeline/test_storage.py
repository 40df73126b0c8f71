"""The store that machines share: what goes there and comes back, what is said when it does not, and no cost without it."""

import http.server
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pipeline import queue, storage
from pipeline.storage import StoreFailed
from tests.processes import ROOT
from tests.store import store, store_server  # noqa: F401  (fixtures)

TAKE = "channels/meadow/projects/task/takes/one/clip_01.mp4"


@pytest.fixture
def file(workspace):
    made = workspace / TAKE
    made.parent.mkdir(parents=True)
    made.write_bytes(b"moving pictures" * 1000)
    return made


def test_a_file_goes_there_under_its_path_and_comes_back(store, file):  # noqa: F811
    storage.put([file])
    content = file.read_bytes()
    file.unlink()

    storage.fetch(file)

    assert store.keys == [TAKE]
    assert file.read_bytes() == content
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_file_of_many_parts_comes_back_whole(store, file, monkeypatch):  # noqa: F811
    monkeypatch.setattr(storage, "PART", 5 * storage.MB)
    file.write_bytes(os.urandom(12 * storage.MB))
    content = file.read_bytes()
    storage.put([file])
    file.unlink()

    storage.fetch(file, size=len(content))

    assert file.read_bytes() == content


def test_a_file_that_is_here_is_not_asked_for(file, settings):
    settings.STORAGE_BUCKET, settings.STORAGE_ENDPOINT_URL = "films", "http://127.0.0.1:9"

    storage.fetch(file)


def test_another_file_than_the_one_that_was_made_is_refused(store, file):  # noqa: F811
    storage.put([file])
    file.unlink()

    with pytest.raises(StoreFailed, match="is not the file that was made") as failed:
        storage.fetch(file, sha256="0" * 64)

    assert failed.value.kind == "permanent"
    assert not list(file.parent.iterdir())


def test_many_may_fetch_the_same_file_at_once(store, file):  # noqa: F811
    storage.put([file])
    content = file.read_bytes()
    file.unlink()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: storage.fetch(file), range(8)))

    assert file.read_bytes() == content
    assert len(list(file.parent.iterdir())) == 1


def test_a_folder_counts_only_when_its_last_file_is_there(store, file):  # noqa: F811
    storage.put([file])
    folder = file.parent
    file.unlink()
    folder.rmdir()
    assert not storage.fetch_folder(folder, last="journal")
    assert not folder.exists()
    store.client.put_object(Bucket=store.bucket, Key=TAKE.replace("clip_01.mp4", "journal"), Body=b"{}")

    assert storage.fetch_folder(folder, last="journal")

    assert {each.name for each in folder.iterdir()} == {"clip_01.mp4", "journal"}


def test_strange_names_in_the_store_lead_nowhere(store, file, workspace):  # noqa: F811
    prefix = TAKE.rpartition("/")[0]
    for name in ("journal", "../up", "sub/folder"):
        store.client.put_object(Bucket=store.bucket, Key=f"{prefix}/{name}", Body=b"{}")
    file.unlink()
    file.parent.rmdir()

    assert storage.fetch_folder(file.parent, last="journal")

    assert [each.name for each in file.parent.iterdir()] == ["journal"]


def test_a_file_that_is_nowhere_is_said_in_a_sentence(store, file):  # noqa: F811
    file.unlink()

    with pytest.raises(StoreFailed, match=r"clip_01.mp4 is neither on this machine nor in the store.*backup") as failed:
        storage.fetch(file)

    assert (failed.value.kind, failed.value.code) == ("permanent", "not_in_store")


def test_a_store_that_does_not_answer_is_tried_again(store, file, settings):  # noqa: F811
    settings.STORAGE_ENDPOINT_URL = "http://127.0.0.1:9"

    with pytest.raises(StoreFailed, match="could not be reached") as failed:
        storage.put([file])

    assert failed.value.kind == "transient"


def test_a_bucket_that_is_not_there_names_its_setting(store, file, settings):  # noqa: F811
    settings.STORAGE_BUCKET = "of-somebody-else"

    with pytest.raises(StoreFailed, match="Correct STORAGE_BUCKET") as failed:
        storage.put([file])

    assert failed.value.kind == "permanent"


@pytest.fixture
def refusing():
    """A store that refuses every key, as S3 does, and repeats what it was told."""

    class Refuse(http.server.BaseHTTPRequestHandler):
        def refuse(self) -> None:
            said = (
                f"<Error><Code>SignatureDoesNotMatch</Code><Message>{self.headers['Authorization']}</Message></Error>"
            )
            self.send_response(403)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(said.encode())

        do_PUT = do_GET = do_HEAD = do_POST = refuse

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refuse)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("act", ["put", "fetch"])
def test_a_refused_key_names_its_settings_and_never_the_secret(store, file, settings, refusing, act):  # noqa: F811
    settings.STORAGE_ENDPOINT_URL = refusing
    missing = file.with_name("clip_02.mp4")

    with pytest.raises(StoreFailed, match="STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY") as failed:
        storage.put([file]) if act == "put" else storage.fetch(missing)

    assert failed.value.kind == "permanent"
    assert "of-the-store" not in f"{failed.value!r}"


def test_r2_gets_no_checksum_after_the_content(store):  # noqa: F811
    told = storage._client().meta.config

    assert told.request_checksum_calculation == told.response_checksum_validation == "when_required"
    assert (told.signature_version, told.s3["addressing_style"]) == ("s3v4", "path")


def doctor():
    out = StringIO()
    with suppress(CommandError):
        call_command("doctor", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_doctor_tries_the_store(store, settings):  # noqa: F811
    assert "ok  shared storage" in doctor()
    assert not store.keys

    settings.STORAGE_BUCKET = "of-somebody-else"
    assert "Correct STORAGE_BUCKET" in doctor()


@pytest.mark.django_db
def test_the_doctor_misses_the_store_where_several_machines_work():
    for machine in ("a", "b"):
        queue.see(f"{machine}:1")

    assert "several machines were seen (a, b), but they share no store" in doctor()


WITHOUT = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "videogen.settings"
django.setup()
from pathlib import Path
from pipeline import orchestrator, storage
storage.fetch(Path("nowhere"))
assert not storage.is_shared()
print(sorted(name for name in sys.modules if name.startswith(("boto", "s3transfer"))))
"""


def start(code, **environment):
    environment = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=ROOT, env=environment, capture_output=True, text=True
    )


def test_without_a_bucket_nothing_is_even_imported(tmp_path):
    assert start(WITHOUT, WORKSPACE_ROOT=str(tmp_path), STORAGE_BUCKET="").stdout.strip() == "[]"


def test_half_of_the_settings_stops_the_start_with_what_is_missing(tmp_path):
    said = start(WITHOUT, WORKSPACE_ROOT=str(tmp_path), STORAGE_BUCKET="films", STORAGE_ACCESS_KEY_ID="key").stderr

    assert "STORAGE_SECRET_ACCESS_KEY and STORAGE_ENDPOINT_URL must be set, too" in said


def test_a_forked_process_has_a_client_of_its_own(store):  # noqa: F811
    mine = storage._client()
    reader, writer = os.pipe()
    if not (child := os.fork()):
        os.write(writer, b"own" if storage._client() is not mine else b"same")
        os._exit(0)
    os.waitpid(child, 0)

    assert os.read(reader, 10) == b"own"
    assert storage._client() is mine
