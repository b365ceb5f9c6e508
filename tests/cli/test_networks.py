"""Private networks and other ports are asked if the command line or printkit.toml names them."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click
import pytest
from PIL import Image

from printkit.cli.networks import choose_fetch
from printkit.edition.limits import DEFAULTS
from printkit.errors import EditionError
from tests.support.command_line import run_command, write_record
from tests.support.made_pictures import encode_picture
from tests.support.sample_records import PLAIN


@pytest.fixture
def port() -> Iterator[int]:
    """Serve a picture on a port of this machine."""
    picture = encode_picture(Image.new("RGB", (40, 40), "red"))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(picture)

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def check(port: int, *options: str) -> str:
    """Return what `check` says of a record whose picture is on the port."""
    write_record(PLAIN | {"body": f'<p>Ok.</p><img src="http://127.0.0.1:{port}/a.png" alt="a">'})
    return run_command("check", "a.json", *options).output


def test_a_private_network_is_asked_only_if_it_is_named(port: int) -> None:
    """Port and network are named apart; either is refused alone."""
    network, other = ("--allow-network", "127.0.0.0/8"), ("--allow-port", str(port))
    assert "PK403" not in check(port, "--fetch", *network, *other)
    assert f"--allow-port {port} allows the port" in check(port, "--fetch", *network)
    assert "not public" in check(port, "--fetch", *other)
    assert "PK402" in check(port)


def test_printkit_toml_names_networks_and_ports(port: int) -> None:
    """The choices of the file have no effect without --fetch."""
    choices = f'allow_network = ["127.0.0.1/32"]\nallow_port = {port}\n'
    Path("printkit.toml").write_text(f"[export]\n{choices}")
    told = check(port, "--fetch", "--config", "printkit.toml")
    assert "PK40" not in told
    assert "no choice" not in told
    assert "PK402" in check(port, "--config", "printkit.toml")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ('allow_network = "10.0.0"', "'10.0.0' is no network"),
        ('allow_network = ["10.0.0.1/8", 7]', "7 is no network"),
        ("allow_port = [0, 80.5, true]", "True is no port"),
        ("allow_port = 70000", "70000 is no port"),
    ],
)
def test_wrong_networks_and_ports_are_named(given: str, told: str, tmp_path: Path) -> None:
    """All faults are named at once, with the file and the table."""
    config = tmp_path / "printkit.toml"
    config.write_text(f"[export]\n{given}\n")
    with pytest.raises(EditionError, match=told) as error:
        choose_fetch(True, config, "export", {}, DEFAULTS)
    assert error.value.where == f"{config} [export]"


def test_a_network_without_fetching_has_no_effect() -> None:
    """The option would be forgotten silently."""
    with pytest.raises(click.UsageError, match="--allow-network has no effect without --fetch"):
        choose_fetch(False, None, "export", {"allow_network": ("10.0.0.0/8",)}, DEFAULTS)
