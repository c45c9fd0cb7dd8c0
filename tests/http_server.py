"""The API on a port of loopback, served by a thread of the test process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket

import uvicorn

from app.main import create_app


class Server(uvicorn.Server):
    """A server with an event for its readiness."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_ready = threading.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Listen, and set the event."""
        await super().startup(sockets)
        self.is_ready.set()


@contextmanager
def serve() -> Iterator[int]:
    """Serve the API until the context ends, and yield its port."""
    server = Server(uvicorn.Config(create_app(), port=0, lifespan="off", log_config=None))
    thread = threading.Thread(target=server.run)
    thread.start()
    server.is_ready.wait()
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()
