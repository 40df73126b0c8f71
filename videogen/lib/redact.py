"""Take secrets out of anything that is shown or stored: by value, by shape, by name.

When in doubt a text loses a word too many. Nothing here raises, and the time grows evenly with the text.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from videogen.lib._written import forms

MASK = "***"
HARMLESS = (bool, int, float, complex, Decimal, date, time, timedelta, UUID)
DEEPEST = 12

# What a secret looks like wherever it stands. None may look far ahead and then give up: that would take a long text
# the square of its length.
SHAPES = re.compile(
    r"""
    (?<![A-Za-z0-9]) (?:
        AIza[\w-]{30,}                       # Google API key
      | ya29\.[\w.-]{10,}                    # Google access token
      | 1//0[\w-]{20,}                       # Google refresh token
      | 4/0A[\w-]{20,}                       # Google consent code
      | GOCSPX-[\w-]{10,}                    # Google client secret
      | sk[_-][\w-]{16,}                     # ElevenLabs, OpenAI
      | ntn_[A-Za-z0-9]{20,}                 # Notion
      | secret_[A-Za-z0-9]{20,}              # Notion, older, and its webhooks
      | xox[a-z]-[\w-]{10,}                  # Slack
      | gh[a-z]_[A-Za-z0-9]{20,}             # GitHub
      | AKIA[A-Z0-9]{16}                     # S3
      | eyJ[\w.-]{30,}                       # JWT: base64 of {"
      | gAAAAA[\w-]{60,}={0,2}               # what FERNET_KEYS encrypted
    )
    """,
    re.VERBOSE,
)
BEARER = re.compile(r"(?i)(?<![A-Za-z0-9])(bearer\s{1,8})[\w.~+/=-]{6,}")
WEBHOOK = re.compile(
    r"(?i)((?:discord(?:app)?\.com/api(?:/v\d{1,3})?/webhooks/|hooks\.slack(?:-gov)?\.com/))[^\s\"'<>\\]++"
)
PRIVATE_KEY = re.compile(r"(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----).*?(?=-----END|\Z)", re.DOTALL)

# `name=`, `name: `, `"name": `, also inside a JSON text that stands inside another, or an address inside another.
NAME = re.compile(
    r"(?:(?<![\w-])(?!(?<=%)[0-9A-Fa-f]{2})|(?<=%[0-9A-Fa-f]{2}))([\w-]++)"
    r"(\\{0,8}[\"']?\s{0,8}(?:[:=]|%3[AaDd])>?\s{0,8}[\[({]{0,2}\s{0,8})"
)
QUOTED = re.compile(r"[bru]{0,2}(\\{0,8})([\"'])")
VALUE = re.compile(r"(?:[^\s\"'&,;<>)}\]\\]|[,;)}\]](?=\w))++")
LINE = re.compile(r"[^\r\n\"'\\]++")  # headers: their value may hold blanks and commas

ALWAYS_SECRET = frozenset({"password", "passwd", "passphrase", "pwd", "secret", "secrets", "credential", "credentials"})
ALWAYS_SECRET |= {"authorization", "cookie", "sessionid", "csrftoken", "apikey", "signature"}
SECRET_AT_THE_END = frozenset({"token", "webhook", "webhook_url", "upload_id"})
SECRET_KEYS = frozenset({"api", "access", "secret", "private", "signing", "encryption", "fernet", "auth", "service"})
HEADERS = frozenset({"authorization", "cookie"})


def clean(text: str, secrets: Collection[str] = ()) -> str:
    """Give the text with every given secret of six characters or more, and all that looks like one, as ***."""
    text = text if isinstance(text, str) else _text_of(text)
    for form in _forms_of(secrets):
        text = text.replace(form, MASK)
    text = PRIVATE_KEY.sub(rf"\1{MASK}", text)
    text = WEBHOOK.sub(rf"\1{MASK}", text)
    text = "".join(_without_passwords(text))
    text = "".join(_without_named(text))
    return SHAPES.sub(MASK, BEARER.sub(rf"\1{MASK}", text))


def clean_mapping(value: Any, secrets: Collection[str] = ()) -> Any:
    """Clean mappings, lists and texts all the way down; a value whose key names a secret goes as a whole.

    Numbers, dates and the like stay as they are; other objects become their cleaned text.
    """
    return _clean_value(value, (secrets,) if isinstance(secrets, str) else tuple(secrets), above=())


def is_secret_name(name: str) -> bool:
    """Tell whether a key, header or setting holds a secret by its name: `api_key`, `X-Goog-Api-Key`, `refreshToken`."""
    return _is_secret_name(name[-200:])


@lru_cache(maxsize=1024)
def _is_secret_name(name: str) -> bool:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|-", "_", name).lower().strip("_").split("_")
    if not ALWAYS_SECRET.isdisjoint(words):
        return True
    if words[-1] in SECRET_AT_THE_END or "_".join(words[-2:]) in SECRET_AT_THE_END:
        return True
    if words[-2:] == ["key", "id"] or words[-1] == "userhash":
        return True
    return words[-1] in ("key", "keys") and not SECRET_KEYS.isdisjoint(words)


def _clean_value(value: Any, secrets: tuple[str, ...], above: tuple[int, ...]) -> Any:
    if value is None or isinstance(value, HARMLESS):
        return value
    if not isinstance(value, Mapping | list | tuple | set | frozenset):
        return clean(value, secrets)
    if len(above) >= DEEPEST or id(value) in above:
        return "…"
    try:
        return _clean_inside(value, secrets, (*above, id(value)))
    except Exception:  # An object may raise whatever we ask it. Better a hole in a log than no log.
        return MASK


def _clean_inside(value: Any, secrets: tuple[str, ...], above: tuple[int, ...]) -> Any:
    if isinstance(value, Mapping):
        return {_clean_key(key, secrets): _clean_item(key, item, secrets, above) for key, item in value.items()}
    items = [_clean_value(item, secrets, above) for item in value]
    return tuple(items) if isinstance(value, tuple) else items


def _clean_key(key: Any, secrets: tuple[str, ...]) -> Any:
    return clean(key, secrets) if isinstance(key, str) else key


def _clean_item(key: Any, item: Any, secrets: tuple[str, ...], above: tuple[int, ...]) -> Any:
    hidden = isinstance(key, str) and is_secret_name(key)
    tells_nothing = item is None or isinstance(item, bool) or (isinstance(item, str) and not item)
    return MASK if hidden and not tells_nothing else _clean_value(item, secrets, above)


def _text_of(value: object) -> str:
    try:
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    except Exception as error:
        return f"<{type(value).__name__}: {type(error).__name__}>"


def _without_passwords(text: str) -> Iterator[str]:
    """Hide the password of postgres://user:password@host, also where it holds an @ or a slash."""
    first, *rest = text.split("://")
    yield first
    for piece in rest:
        end = re.match(r"[^\s\"'<>]*+", piece).end()  # type: ignore[union-attr]  # it matches the empty text
        user, colon, after = piece[:end].partition(":")
        password, at, host = after.rpartition("@")
        is_port = re.match(r"\d{1,5}[/?#]", after)
        found = colon and at and password and "/" not in user and not is_port
        yield f"://{user}:{MASK}@{host}{piece[end:]}" if found else f"://{piece}"


def _without_named(text: str) -> Iterator[str]:
    """Hide the value after a name that promises a secret: `api_key: …`, `"token": "…"`, `?key=…`."""
    done = at = 0
    while found := NAME.search(text, at):
        name, sign = found.groups()
        at = found.end()
        if is_secret_name(name) or (name.lower() == "key" and sign.upper() in ("=", "%3D")):
            start, at = _value_after(text, at, name)
            if at > start:
                yield text[done:start] + MASK
                done = at
    yield text[done:]


def _value_after(text: str, at: int, name: str) -> tuple[int, int]:
    """Find where the value begins and ends. A text without its closing quote ends with the line."""
    if quoted := QUOTED.match(text, at):
        slashes, mark = quoted.groups()  # the same number of backslashes closes it, more of them are part of it
        inside = re.compile(rf"(?:(?!(?<!\\)\\{{{len(slashes)}}}{mark})[^\r\n])*+").match(text, quoted.end())
        assert inside
        return inside.span()
    pattern = LINE if not HEADERS.isdisjoint(re.split(r"[_-]", name.lower())) else VALUE
    plain = pattern.match(text, at)
    return plain.span() if plain else (at, at)


def _forms_of(secrets: Collection[str]) -> list[str]:
    """Every way in which the secrets may be written, the longest first so that nothing of one is left over."""
    if isinstance(secrets, str):
        secrets = [secrets]
    written = {form for secret in secrets if isinstance(secret, str) for form in forms(secret)}
    return sorted(written, key=len, reverse=True)
