"""A bucket that speaks S3, such as Cloudflare's R2: put a file, and give an address at which others can read it."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from _client import Failure
from _http import Answer, AnswerLost, NotSent, call

ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True)
class Bucket:
    """Where the files are and who may write them. Every request is signed with Signature Version 4."""

    endpoint: str
    name: str
    key_id: str
    secret: str
    region: str = "auto"

    def put(self, key: str, content: bytes, mime: str) -> None:
        """Store a file. Raises Failure."""
        now, digest = datetime.now(UTC), hashlib.sha256(content).hexdigest()
        signed = {"host": self._host, "x-amz-content-sha256": digest, "x-amz-date": _stamp(now)}
        signature = self.sign("PUT", self._path(key), {}, signed, digest, now=now)
        proof = f"Credential={self.key_id}/{self._scope(now)}, SignedHeaders={_names(signed)}, Signature={signature}"
        headers = {**signed, "content-type": mime, "authorization": f"{ALGORITHM} {proof}"}
        try:
            answer = call("PUT", self._url(key), headers=headers, send=content, timeout=120)
        except (NotSent, AnswerLost) as error:
            text = f"The bucket {self.name} could not be reached: {error}. It will be tried again."
            raise Failure(text, kind="transient", code="unreachable") from error
        if not answer.ok:
            raise _refused(answer, self.name)

    def link(self, key: str, *, seconds: int) -> str:
        """Give an address at which anybody can read the file for so long."""
        now = datetime.now(UTC)
        query = {
            **{"X-Amz-Algorithm": ALGORITHM, "X-Amz-Credential": f"{self.key_id}/{self._scope(now)}"},
            **{"X-Amz-Date": _stamp(now), "X-Amz-Expires": str(seconds), "X-Amz-SignedHeaders": "host"},
        }
        signature = self.sign("GET", self._path(key), query, {"host": self._host}, "UNSIGNED-PAYLOAD", now=now)
        return f"{self._url(key)}?{_query(query)}&X-Amz-Signature={signature}"

    def sign(
        self,
        method: str,
        path: str,
        query: Mapping[str, str],
        headers: Mapping[str, str],
        digest: str,
        *,
        now: datetime,
    ) -> str:
        """Compute the signature of a request; `headers` are those to be signed, in lower case.

        https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
        """
        lines = "".join(f"{name}:{headers[name].strip()}\n" for name in sorted(headers))
        request = "\n".join((method, path, _query(query), lines, _names(headers), digest))
        hashed = hashlib.sha256(request.encode()).hexdigest()
        text = "\n".join((ALGORITHM, _stamp(now), self._scope(now), hashed))
        key = b"AWS4" + self.secret.encode()
        for part in (*self._scope(now).split("/"), text):
            key = hmac.digest(key, part.encode(), "sha256")
        return key.hex()

    @property
    def _host(self) -> str:
        return urlsplit(self.endpoint).netloc

    def _path(self, key: str) -> str:
        return quote(f"/{self.name}/{key}", safe="/-_.~")

    def _url(self, key: str) -> str:
        return f"{urlsplit(self.endpoint).scheme}://{self._host}{self._path(key)}"

    def _scope(self, now: datetime) -> str:
        return f"{now:%Y%m%d}/{self.region}/s3/aws4_request"


def _stamp(now: datetime) -> str:
    return f"{now:%Y%m%dT%H%M%SZ}"


def _names(headers: Mapping[str, str]) -> str:
    return ";".join(sorted(headers))


def _query(query: Mapping[str, str]) -> str:
    return "&".join(f"{quote(name, safe='-_.~')}={quote(query[name], safe='-_.~')}" for name in sorted(query))


def _refused(answer: Answer, bucket: str) -> Failure:
    found = re.search(r"<Code>(\w{1,60})</Code>", answer.text)
    code = found[1] if found else f"HTTP {answer.status}"
    if answer.status >= 500 or answer.status in (408, 429):
        text = f"The bucket {bucket} is busy ({code}). It will be tried again."
        return Failure(text, kind="transient", code="busy")
    sentences = {
        "NoSuchBucket": f"There is no bucket {bucket} at this endpoint. Check the r2 block of the channel's file.",
        "RequestTimeTooSkewed": "The clock of this machine is wrong, so the bucket refuses it. Set the clock, then retry.",
    }
    text = f"The bucket {bucket} refuses the picture ({code}). Check the R2 keys and that they may write there."
    return Failure(sentences.get(code, text), code="bucket_refused")
