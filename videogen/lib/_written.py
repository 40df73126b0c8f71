"""Every way in which a secret may be written down."""

import base64
import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, quote_plus

SHORTEST_SECRET = 6  # shorter values stand in too many ordinary words


@lru_cache(maxsize=64)
def forms(secret: str) -> frozenset[str]:
    """Give the secret as it stands in plain text, addresses, forms, JSON, pages and base64. Nothing for a short one."""
    secret = secret.strip()
    if len(secret) < SHORTEST_SECRET:
        return frozenset()
    data = secret.encode("utf-8", "surrogatepass")
    quoted = {quote(data, safe=""), quote(data), quote_plus(data)}
    plain = {secret, json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], html.escape(secret)}
    lower = {re.sub("%[0-9A-F]{2}", lambda sign: sign[0].lower(), form) for form in quoted}
    return frozenset(plain | quoted | lower | set(_in_base64(data)))


def _in_base64(data: bytes) -> Iterator[str]:
    """Give the characters that stay the same wherever the secret begins inside a longer base64 text."""
    for before in range(3):
        first, last = -(-before * 8 // 6), (before + len(data)) * 8 // 6
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(bytes(before) + data).decode("ascii")[first:last]
