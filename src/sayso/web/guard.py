"""What every request passes and every answer carries: who may ask, from where, how much, and what the answer may do."""

from __future__ import annotations

import hmac
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.settings import LOOPBACK, ServeSettings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing but our own files: no script or style of a page's text can run, and nothing is asked of another machine."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a form of ours would come from nowhere (Origin: null)
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "sayso-token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, settings: ServeSettings) -> None:
        self.app = app
        self.settings = settings
        self.hosts = {*LOOPBACK, *settings.names} | (set() if settings.host in ("0.0.0.0", "::") else {settings.host})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, self._dressed(send))
            return
        limit = (
            self.settings.most_upload
            if headers.get("content-type", "").startswith("multipart/")
            else self.settings.most_body
        )
        if int(headers.get("content-length") or 0) > limit:
            await _said(413, f"That is more than {limit:,} bytes; send less.")(scope, receive, self._dressed(send))
            return
        await self.app(scope, _counted(receive, limit), self._dressed(send, scope["path"]))

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        host = _name(f"//{headers.get('host', '')}")
        if host not in self.hosts:
            return _said(
                421, "This server is not that host; open it under the address that it printed when it started."
            )
        origin = headers.get("origin")
        # A form of ours that a browser sends without a script has the origin "null", since our pages name no referrer.
        # Sec-Fetch-Site, which no page can set, then says whose form it is.
        ours = origin == "null" and headers.get("sec-fetch-site") == "same-origin"
        if (
            origin is not None
            and not ours
            and scope["method"] not in _SAFE
            and urlsplit(origin).netloc != headers.get("host")
        ):
            return _said(403, "Another site's page may not send to this server.")
        if headers.get("sec-fetch-site") == "cross-site" and scope["method"] not in _SAFE:
            return _said(403, "Another site's page may not send to this server.")
        if self.settings.token is not None:
            return self._without_token(scope, headers)
        return None

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        token = self.settings.token or ""
        shown = headers.get("authorization", "").removeprefix("Bearer ")
        if _same(shown, token) or _same(_cookie(headers), token):
            return None
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if _same(asked, token) and scope["method"] == "GET":
            answer = Response(status_code=303, headers={"location": "/" + scope["path"].lstrip("/")})
            answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", max_age=86_400)
            return answer
        return _said(
            401, "This server asks for its token: open the address with the token that it printed when it started."
        )

    def _dressed(self, send: Send, path: str = "") -> Send:
        kept = "no-cache" if path.startswith("/static/") else "no-store"  # our own files may be kept, if asked for anew

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", kept)
            await send(message)

        return dressed


class TooLargeError(Exception):
    """A body that went on beyond its limit."""


def _counted(receive: Receive, limit: int) -> Receive:
    """The same messages, up to so many bytes of body: also where a request does not say how long it will be."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise TooLargeError
        return message

    return counted


def _said(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status_code=status)


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _same(shown: str, token: str) -> bool:
    return bool(shown) and hmac.compare_digest(shown.encode("utf-8", "replace"), token.encode())


def _cookie(headers: Headers) -> str:
    for each in headers.get("cookie", "").split(";"):
        name, _, value = each.strip().partition("=")
        if name == COOKIE:
            return value
    return ""
