"""ASGI middleware that renders the errors of libraries as the app's own."""

from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.problems import render_status


class RenderPlainErrors:
    """Replace the plain text of a library's error, as of a range of a file, by a problem document."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        is_replaced = False

        async def replace(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start" and (problem := self._render(scope, message)):
                is_replaced = True
                await problem(scope, receive, send)
            elif not is_replaced:
                await send(message)

        return await self.app(scope, receive, replace)

    @staticmethod
    def _render(scope: Scope, start: Message) -> Response | None:
        headers, status = MutableHeaders(raw=list(start.get("headers", ()))), start["status"]
        if status < 400 or not headers.get("content-type", "").startswith("text/plain"):
            return None
        del headers["content-type"], headers["content-length"]
        return render_status(
            scope, status, f"The request can't be answered ({HTTPStatus(status).phrase})", headers
        )
