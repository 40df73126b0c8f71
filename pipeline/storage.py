"""The store that machines without a common disk share: an S3 bucket, where each file of the workspace has its own path as key.

Without STORAGE_BUCKET the workspace is all there is, and nothing here does anything or imports boto3.
"""

import os
import secrets
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from videogen.lib import paths, redact
from videogen.lib.scripts import ScriptFailed

MB = 1024 * 1024
PART = 64 * MB
WRONG_KEY = ("InvalidAccessKeyId", "SignatureDoesNotMatch", "AccessDenied", "Unauthorized", "401", "403")
NOT_THERE = ("NoSuchKey", "404")

_clients: dict[tuple[int, tuple[str, ...]], Any] = {}
_making = threading.Lock()


class StoreFailed(ScriptFailed):
    """Says in one sentence why the store did not take or give a file. Its kind says whether another try may help."""


def is_shared() -> bool:
    """Say whether other machines get their files from a store, and put theirs there."""
    return bool(settings.STORAGE_BUCKET)


@contextmanager
def no_connection() -> Iterator[None]:
    """Let the database go while the world is waited for. Inside a transaction there is nothing to let go."""
    if not connection.in_atomic_block:
        connection.close()
    yield


def problem() -> str:
    """Say in a sentence why the store takes and gives no file now; empty when it does."""
    probe = settings.WORKSPACE_ROOT / f"probe-{secrets.token_hex(8)}"
    try:
        probe.write_text("written by doctor")
        put([probe])
        probe.unlink()
        fetch(probe)
        with _explained(probe.name):
            _client().delete_object(Bucket=settings.STORAGE_BUCKET, Key=probe.name)
    except StoreFailed as error:
        return str(error)
    finally:
        probe.unlink(missing_ok=True)
    return ""


def put(files: Iterable[Path]) -> None:
    """Store files of the workspace, in this order, each under its own path. Raises StoreFailed."""
    for file in files:
        with _explained(file.name):
            _client().upload_file(str(file), settings.STORAGE_BUCKET, _key(file), Config=_transfer())


def fetch(file: Path, *, sha256: str = "", size: int = 0) -> None:
    """Get a file of the workspace from the store, unless it is here. It appears all at once, and checked where its hash is known.

    Raises StoreFailed. Several processes may fetch the same file at once.
    """
    if not is_shared() or file.is_file():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _download(_key(file), beside)
        if (size and beside.stat().st_size != size) or (sha256 and paths.digest(beside) != sha256):
            raise StoreFailed(
                f"{file.name} in the store is not the file that was made. Put it back from a backup, or have it made again.",
                code="store_changed",
            )
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def has(file: Path) -> bool:
    """Say whether the store has a file of the workspace. Raises StoreFailed."""
    return file.name in _names_in(file.parent)


def fetch_folder(folder: Path, *, last: str) -> bool:
    """Get a whole folder from the store, unless it is here. `last` is the file that was stored last: without it nothing counts.

    False when the store does not have it. Raises StoreFailed.
    """
    if folder.is_dir():
        return True
    if not is_shared():
        return False
    names = _names_in(folder)
    if last not in names:
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.with_name(f".{secrets.token_hex(8)}.part")
    beside.mkdir()
    try:
        for name in names:
            _download(f"{_key(folder)}/{name}", beside / name)
        beside.rename(folder)
    except OSError:
        if not folder.is_dir():  # Otherwise another process was quicker.
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return True


def _names_in(folder: Path) -> list[str]:
    """Give the names of the plain files that the store has in a folder; whatever else is there is not ours."""
    prefix = _key(folder) + "/"
    with _explained(folder.name):
        pages = _client().get_paginator("list_objects_v2").paginate(Bucket=settings.STORAGE_BUCKET, Prefix=prefix)
        keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
    names = [key.removeprefix(prefix) for key in keys]
    return [name for name in names if "/" not in name and paths.inside(settings.WORKSPACE_ROOT, prefix + name)]


def _download(key: str, to: Path) -> None:
    with _explained(key.rpartition("/")[2]):
        _client().download_file(settings.STORAGE_BUCKET, key, str(to), Config=_transfer())


def _key(file: Path) -> str:
    return paths.relative(settings.WORKSPACE_ROOT, file)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in a sentence what the store refused, without its secrets."""
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError
    from urllib3.exceptions import HTTPError

    try:
        yield
    except ClientError as error:
        raise _refused(name, str(error.response.get("Error", {}).get("Code", "")), error) from None
    except (BotoCoreError, Boto3Error, HTTPError, ConnectionError, TimeoutError) as error:
        cause = error.__context__ if isinstance(error, Boto3Error) else None
        code = str(cause.response.get("Error", {}).get("Code", "")) if isinstance(cause, ClientError) else ""
        raise _refused(name, code, error) from None


def _refused(name: str, code: str, error: Exception) -> StoreFailed:
    if code in WRONG_KEY:
        text = (
            "The store refuses its keys. Put the right STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY in place, "
            "with leave to read and write this bucket, restart, then press Retry."
        )
        return StoreFailed(text, code="store_key")
    if code == "NoSuchBucket":
        text = f"The store has no bucket {settings.STORAGE_BUCKET}. Correct STORAGE_BUCKET, restart, then press Retry."
        return StoreFailed(text, code="store_bucket")
    if code in NOT_THERE:
        text = f"{name} is neither on this machine nor in the store. Put it back from a backup, or have it made again."
        return StoreFailed(text, code="not_in_store")
    what = redact.clean(str(error), (settings.STORAGE_ACCESS_KEY_ID, settings.STORAGE_SECRET_ACCESS_KEY))
    text = f"The store could not be reached for {name} ({what[:150]}). It is tried again by itself."
    return StoreFailed(text, kind="transient", code="store_unreachable")


def _transfer() -> Any:
    from boto3.s3.transfer import TransferConfig

    # In the caller's own thread: many files may be on their way at once, at small memory.
    return TransferConfig(multipart_threshold=PART, multipart_chunksize=PART, use_threads=False)


def _client() -> Any:
    """Give this process's client, which all its threads may use. A forked process makes its own."""
    which = (settings.STORAGE_ENDPOINT_URL, settings.STORAGE_ACCESS_KEY_ID, settings.STORAGE_SECRET_ACCESS_KEY)
    with _making:
        key = (os.getpid(), which)
        if key not in _clients:
            _clients.clear()
            _clients[key] = _make_client()
        return _clients[key]


def _make_client() -> Any:
    import boto3
    from botocore.config import Config

    return boto3.session.Session().client(
        "s3",
        endpoint_url=settings.STORAGE_ENDPOINT_URL or None,
        region_name=settings.STORAGE_REGION,
        aws_access_key_id=settings.STORAGE_ACCESS_KEY_ID,
        aws_secret_access_key=settings.STORAGE_SECRET_ACCESS_KEY,
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            # R2 refuses the checksums that boto3 sends after the content by itself.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            retries={"max_attempts": 3, "mode": "standard"},
            connect_timeout=5,
            read_timeout=60,
            max_pool_connections=16,
        ),
    )
