"""What catbox answers when it does not give an address."""

from tests.fakes.faults.base import Fault

ON = "api.php"
EMPTY = Fault("EMPTY", 200, b"", {"Content-Type": "text/plain"}, ON)
HTML = Fault("HTML", 200, b"<!DOCTYPE html><html><body>Catbox is down</body></html>", {"Content-Type": "text/html"}, ON)
TEXT_WITH_200 = Fault("TEXT_WITH_200", 200, b"No request type given.", {"Content-Type": "text/plain"}, ON)
TOO_LARGE = Fault("TOO_LARGE", 412, b"File is too large.", {"Content-Type": "text/plain"}, ON)
BLOCKED = Fault("BLOCKED", 403, b"<html><body>403 Forbidden</body></html>", {"Content-Type": "text/html"}, ON)

ALL = (EMPTY, HTML, TEXT_WITH_200, TOO_LARGE, BLOCKED)
