"""Open one page in Chromium, over a real server, and say when something was painted first and what was loaded for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu"]
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
QUIET_MS = 1_500  # what is loaded later than that is not part of opening a page


class _Server(ThreadingMixIn, WSGIServer):
    """Answers a browser's many requests side by side."""

    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def _serving() -> Iterator[str]:
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.wsgi import get_wsgi_application

    server = make_server("127.0.0.1", 0, StaticFilesHandler(get_wsgi_application()), _Server, _Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def first_paint(path: str, session: str, chromium: str | None = None) -> dict[str, Any]:
    """Open the page at `path` with a browser that is logged in by its session cookie, twice: the second time with warm caches."""
    from playwright.sync_api import sync_playwright

    with _serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        visits = [_visit(context.new_page(), address + path) for _ in range(2)]
        browser.close()
    return {"page": path, "cold": visits[0], "warm": visits[1]}


def _visit(page: Any, address: str) -> dict[str, Any]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(address)
    page.wait_for_timeout(QUIET_MS)
    painted = page.evaluate(PAINT)
    page.close()
    return {
        "first_contentful_paint_ms": round(painted) if painted else None,
        "requests": len(asked),
        "media": asked.count("media"),
        "images": asked.count("image"),
    }
