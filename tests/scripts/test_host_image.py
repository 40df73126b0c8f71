"""host_image.py puts a picture where Kling can fetch it, and says what stands in the way."""

import io
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from tests.fakes import Fakes, faults
from tests.fakes.r2 import FakeR2
from tests.scripts.kling_runs import SCRIPTS, bucket_of, failure, host, picture

KIE, BOX = faults.kie, faults.catbox


@pytest.fixture
def fakes():
    with Fakes(media="tiny") as running:
        yield running


@pytest.fixture
def r2():
    with FakeR2() as running:
        yield running


def content_at(url):
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url) as answer:
        return answer.read()


def large_png(folder: Path) -> Path:
    file = folder / "large.png"
    Image.effect_noise((2200, 1900), 120).convert("RGB").save(file, compress_level=0)
    assert file.stat().st_size > 10_000_000
    return file


# Where it goes


@pytest.mark.parametrize("where", ["kie", "catbox"])
def test_the_picture_can_be_fetched_from_its_address(where, tmp_path, fakes):
    report = host(tmp_path, fakes, "--host", where)

    assert (tmp_path / "url.txt").read_text() == report.facts["url"] + "\n"
    assert content_at(report.facts["url"]) == picture(tmp_path).read_bytes()


def test_kie_is_where_a_picture_goes_by_itself(tmp_path, fakes):
    host(tmp_path, fakes)

    assert len(fakes.kie.uploads) == 1


def test_a_bucket_keeps_the_picture_private_behind_a_link_that_ends(tmp_path, fakes, r2):
    url = host(tmp_path, fakes, *bucket_of(r2), environment=r2.environment).facts["url"]

    assert content_at(url) == picture(tmp_path).read_bytes()
    assert failure_code(url.partition("?")[0]) == failure_code(url.replace("=86400", "=86401")) == 403
    assert "X-Amz-Expires=86400" in url


def failure_code(url):
    with pytest.raises(urllib.error.HTTPError) as caught:
        content_at(url)
    return caught.value.code


def test_a_bucket_takes_a_prefix_with_blanks_and_umlauts(tmp_path, fakes, r2):
    where = bucket_of(r2, **{"--r2-prefix": "/Zoë's films+more/"})

    url = host(tmp_path, fakes, *where, environment=r2.environment).facts["url"]

    assert content_at(url) == picture(tmp_path).read_bytes()


def test_the_same_picture_never_gets_the_same_name_twice(tmp_path, fakes):
    urls = {host(tmp_path, fakes).facts["url"] for _ in range(2)}

    assert len(urls) == len(fakes.kie.uploads) == 2


def test_a_picture_over_ten_megabytes_becomes_a_jpeg(tmp_path, fakes):
    url = host(tmp_path, fakes, "--image", large_png(tmp_path)).facts["url"]

    content = content_at(url)
    assert (url.rpartition(".")[2], Image.open(io.BytesIO(content)).format) == ("jpg", "JPEG")
    assert len(content) <= 10_000_000


def test_a_picture_of_another_kind_becomes_a_jpeg(tmp_path, fakes):
    Image.new("RGBA", (64, 36), "red").save(tmp_path / "scene.webp")

    url = host(tmp_path, fakes, "--image", tmp_path / "scene.webp").facts["url"]

    assert Image.open(io.BytesIO(content_at(url))).format == "JPEG"


def test_an_account_at_catbox_is_named_to_it_and_to_nobody_else(tmp_path, fakes):
    hash_of = "f00dfeedbeef42"
    fakes.catbox.then(faults.status(412, f"Account {hash_of} is banned."))

    error = failure(host, tmp_path, fakes, "--host", "catbox", environment={"CATBOX_USERHASH": hash_of})

    assert fakes.catbox.requests[0].form["userhash"].content == hash_of.encode()
    assert "Account *** is banned" in str(error)


# What stands in the way

AWAY = {"KIE_UPLOAD_BASE_URL": "http://127.0.0.1:9", "CATBOX_URL": "http://127.0.0.1:9"}
FAULTS = [
    ("kie", KIE.UPLOAD_BAD_REQUEST, "permanent", "bad_request", "Missing required parameter", 1),
    ("kie", KIE.UPLOAD_BAD_KEY, "permanent", "bad_key", "KIE_API_KEY", 1),
    ("kie", KIE.UPLOAD_CLOUDFLARE, "permanent", "turned_away", "1010", 1),
    ("kie", KIE.coded("NO_CREDITS", 402, "Insufficient credits", on="upload"), "quota", "balance", "Top it up", 1),
    ("kie", faults.html(404), "permanent", "wrong_address", "KIE_UPLOAD_BASE_URL", 1),
    ("kie", faults.html(405), "permanent", "wrong_address", "KIE_UPLOAD_BASE_URL", 1),
    ("kie", KIE.UPLOAD_ERROR, "transient", "upload_failed", "tried again", 4),
    ("kie", KIE.UPLOAD_ERROR_IN_BODY, "transient", "upload_failed", "tried again", 4),
    ("kie", KIE.UPLOAD_WITHOUT_URL, "transient", "upload_failed", "did not say where", 4),
    ("kie", faults.status(200, {"code": 200, "data": {"downloadUrl": "file:///etc/passwd"}}), "transient",
     "upload_failed", "did not say where", 4),
    ("kie", faults.not_json(), "transient", "upload_failed", "tried again", 4),
    ("kie", faults.html(502), "transient", "upload_failed", "tried again", 4),
    ("kie", faults.close(), "transient", "unreachable", "the connection broke off", 4),
    ("kie", faults.half(), "transient", "unreachable", "could not be reached", 4),
    ("catbox", BOX.EMPTY, "transient", "upload_failed", "gave no address", 4),
    ("catbox", BOX.HTML, "transient", "upload_failed", "gave no address", 4),
    ("catbox", BOX.TEXT_WITH_200, "permanent", "host_refused", "No request type given", 1),
    ("catbox", BOX.TOO_LARGE, "permanent", "host_refused", "too large", 1),
    ("catbox", BOX.BLOCKED, "permanent", "host_refused", "Choose another host", 1),
    ("catbox", faults.status(200, "http://files.example/a.png"), "transient", "upload_failed", "gave no address", 4),
    ("catbox", faults.status(429, "Slow down"), "transient", "upload_failed", "Slow down", 4),
    ("catbox", faults.html(502), "transient", "upload_failed", "gave no address", 4),
    ("catbox", faults.close(), "transient", "unreachable", "catbox could not be reached", 4),
]  # fmt: skip


@pytest.mark.parametrize(("where", "fault", "kind", "code", "words", "tries"), FAULTS)
def test_what_a_host_answers_is_told_in_our_words(where, fault, kind, code, words, tries, tmp_path, fakes):
    provider = getattr(fakes, where)
    provider.every(1, fault.at("/"))

    error = failure(host, tmp_path, fakes, "--host", where)

    assert (error.kind, error.code, len(provider.requests)) == (kind, code, tries)
    assert words in str(error)
    assert not (tmp_path / "url.txt").exists()


@pytest.mark.parametrize("where", ["kie", "catbox"])
def test_a_host_that_stumbles_once_is_asked_again(where, tmp_path, fakes):
    getattr(fakes, where).then(faults.html(503))

    host(tmp_path, fakes, "--host", where)

    assert len(getattr(fakes, where).requests) == 2


@pytest.mark.parametrize("where", ["kie", "catbox"])
def test_a_host_that_is_not_there_is_tried_again_later(where, tmp_path, fakes):
    error = failure(host, tmp_path, fakes, "--host", where, environment=AWAY)

    assert (error.kind, error.code) == ("transient", "unreachable")


BUCKET_FAULTS = [
    ({"--r2-bucket": "other"}, {}, None, "permanent", "bucket_refused", "There is no bucket other"),
    ({}, {"R2_SECRET_ACCESS_KEY": "wrong"}, None, "permanent", "bucket_refused", "SignatureDoesNotMatch"),
    ({}, {"R2_ACCESS_KEY_ID": "wrong"}, None, "permanent", "bucket_refused", "InvalidAccessKeyId"),
    ({}, {"R2_ACCESS_KEY_ID": ""}, None, "permanent", "no_key", "R2_ACCESS_KEY_ID"),
    ({"--r2-endpoint": "films"}, {}, None, "permanent", "bad_input", "needs an endpoint"),
    ({"--r2-endpoint": "http://127.0.0.1:9"}, {}, None, "transient", "unreachable", "could not be reached"),
    ({}, {}, faults.status(503, "<Error><Code>SlowDown</Code></Error>"), "transient", "busy", "SlowDown"),
    ({}, {}, faults.status(429), "transient", "busy", "HTTP 429"),
    ({}, {}, faults.close(), "transient", "unreachable", "broke off"),
]


@pytest.mark.parametrize(("where", "keys", "fault", "kind", "code", "words"), BUCKET_FAULTS)
def test_what_a_bucket_answers_is_told_in_our_words(where, keys, fault, kind, code, words, tmp_path, fakes, r2):
    if fault:
        r2.every(1, fault)

    error = failure(host, tmp_path, fakes, *bucket_of(r2, **where), environment={**r2.environment, **keys})

    assert (error.kind, error.code) == (kind, code)
    assert words in str(error)


def test_a_file_that_is_no_picture_is_not_sent(tmp_path, fakes):
    (tmp_path / "notes.png").write_text("not a picture")

    error = failure(host, tmp_path, fakes, "--image", tmp_path / "notes.png")

    assert (error.code, fakes.kie.requests) == ("bad_input", [])
    assert "notes.png is not a picture" in str(error)


def test_a_missing_picture_is_named(tmp_path, fakes):
    assert "gone.png does not exist" in str(failure(host, tmp_path, fakes, "--image", tmp_path / "gone.png"))


def test_keys_stay_unseen(tmp_path, fakes, r2):
    echo = faults.status(403, f"<Error><Code>AccessDenied</Code><Key>{r2.secret}</Key></Error>")
    r2.then(echo)
    fakes.kie.then(KIE.coded("ECHO", 400, f"The key {fakes.kie.key} is odd", on="upload"))

    errors = [
        failure(host, tmp_path, fakes, *bucket_of(r2), environment=r2.environment),
        failure(host, tmp_path, fakes),
    ]

    assert not any(key in f"{error} {error.stderr}" for error in errors for key in (fakes.kie.key, r2.secret))


# Signature Version 4, by the examples of its documentation

DOCUMENTED = [
    ("GET", "/test.txt", {"host": "examplebucket.s3.amazonaws.com", "range": "bytes=0-9"}, b"",
     "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
    ("PUT", "/test%24file.text", {"host": "examplebucket.s3.amazonaws.com", "date": "Fri, 24 May 2013 00:00:00 GMT",
     "x-amz-storage-class": "REDUCED_REDUNDANCY"}, b"Welcome to Amazon S3.",
     "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "headers", "body", "expected"), DOCUMENTED)
def test_signatures_are_those_of_the_documentation(method, path, headers, body, expected, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import hashlib

    import _s3

    bucket = _s3.Bucket("https://examplebucket.s3.amazonaws.com", "", "AKIAIOSFODNN7EXAMPLE",
                        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1")  # fmt: skip
    digest = hashlib.sha256(body).hexdigest()
    signed = {**headers, "x-amz-content-sha256": digest, "x-amz-date": "20130524T000000Z"}

    signature = bucket.sign(method, path, {}, signed, digest, now=datetime(2013, 5, 24, tzinfo=UTC))

    assert signature == expected
