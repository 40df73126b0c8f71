"""A fake R2: one bucket that takes only what is signed with its keys, by Signature Version 4."""

import hashlib
import hmac
import re
import time
from calendar import timegm
from collections.abc import Mapping
from urllib.parse import quote

from tests.fakes.media import media
from tests.fakes.provider import FakeProvider
from tests.fakes.wire import Answer, Request

AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<who>[^/]+)/(?P<scope>[^,]+), SignedHeaders=(?P<names>[^,]+), Signature=(?P<proof>\w{64})"
)
LONGEST_LINK_S = 7 * 24 * 3600


class FakeR2(FakeProvider):
    """Keeps objects by their key."""

    key_id = "r2-key-id-8c1f2a"
    secret = "r2-secret-that-must-never-be-seen-77a1"
    bucket = "films"

    def __init__(self, port: int = 0) -> None:
        super().__init__(media("tiny"), port)
        self.objects: dict[str, bytes] = {}

    @property
    def environment(self) -> dict[str, str]:
        return {"R2_ACCESS_KEY_ID": self.key_id, "R2_SECRET_ACCESS_KEY": self.secret}

    def __enter__(self) -> "FakeR2":
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def respond(self, request: Request, twist: str) -> Answer | None:
        _, bucket, key = request.path.split("/", 2)
        wrong = self._wrong_link(request) if request.method == "GET" else self._wrong_header(request)
        if wrong:
            return error(403, wrong)
        if bucket != self.bucket:
            return error(404, "NoSuchBucket")
        if request.method == "PUT":
            self.objects[key] = request.body
            return Answer(200, headers={"ETag": f'"{hashlib.md5(request.body).hexdigest()}"'})
        return Answer(200, self.objects[key]) if key in self.objects else error(404, "NoSuchKey")

    def _wrong_header(self, request: Request) -> str:
        found = AUTHORIZATION.fullmatch(request.headers.get("authorization", ""))
        if not found:
            return "AccessDenied"
        digest, stamp = request.headers.get("x-amz-content-sha256", ""), request.headers.get("x-amz-date", "")
        if digest != hashlib.sha256(request.body).hexdigest():
            return "XAmzContentSHA256Mismatch"
        headers = {name: request.headers.get(name, "") for name in found["names"].split(";")}
        return self._wrong(request, found["who"], found["scope"], stamp, headers, {}, digest, found["proof"])

    def _wrong_link(self, request: Request) -> str:
        query = dict(request.query)
        proof = query.pop("X-Amz-Signature", "")
        who, _, scope = query.get("X-Amz-Credential", "").partition("/")
        stamp, lasts = query.get("X-Amz-Date", ""), int(query.get("X-Amz-Expires", "0"))
        if not proof or not 0 < lasts <= LONGEST_LINK_S or moment(stamp) + lasts < time.time():
            return "AccessDenied"
        headers = {"host": request.headers["host"]}
        return self._wrong(request, who, scope, stamp, headers, query, "UNSIGNED-PAYLOAD", proof)

    def _wrong(self, request: Request, who: str, scope: str, stamp: str, headers: Mapping[str, str],
               query: Mapping[str, str], digest: str, proof: str) -> str:  # fmt: skip
        """Say what is wrong with a signature; nothing when it is right."""
        if who != self.key_id:
            return "InvalidAccessKeyId"
        if abs(moment(stamp) - time.time()) > 900 and request.method == "PUT":
            return "RequestTimeTooSkewed"
        told = sorted((quote(name, safe="~"), quote(value, safe="~")) for name, value in query.items())
        asked = [request.method, request.path, "&".join(f"{name}={value}" for name, value in told)]
        asked += [f"{name}:{headers[name]}" for name in sorted(headers)] + ["", ";".join(sorted(headers)), digest]
        text = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(chr(10).join(asked).encode()).hexdigest()}"
        day, region, service, end = scope.split("/")
        key = f"AWS4{self.secret}".encode()
        for part in (day, region, service, end, text):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        right = hmac.compare_digest(key.hex(), proof) and (service, day) == ("s3", stamp[:8])
        return "" if right else "SignatureDoesNotMatch"


def error(status: int, code: str) -> Answer:
    """Refuse as S3 does."""
    text = f'<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>No.</Message></Error>'
    return Answer(status, text.encode(), {"Content-Type": "application/xml"})


def moment(stamp: str) -> float:
    """Read 20261121T133119Z as seconds since 1970; 0 for anything else."""
    try:
        return timegm(time.strptime(stamp, "%Y%m%dT%H%M%SZ"))
    except ValueError:
        return 0
