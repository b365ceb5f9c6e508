"""Servers of pictures on this machine, which answer as a test says."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """A local server that answers as the test says, and counts its visitors."""

    daemon_threads = True

    def __init__(self, host: str, answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.paths.append(self.path)
                server.headers.append({key.lower(): value for key, value in self.headers.items()})
                answer(self)

            def log_message(self, *args: object) -> None:
                pass

        super().__init__((host, 0), Handler)
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a client that hangs up: the tests are about this case."""
        pass  # the other side hangs up: the test is about this case

    def address(self, path: str = "/picture.jpg", host: str = "127.0.0.1") -> str:
        """Return an address on this server."""
        return f"http://{host}:{self.server_address[1]}{path}"


def reply(status: int = 200, body: bytes = b"", **headers: str) -> Callable[..., None]:
    """Return an answer with this status, body and headers."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer
