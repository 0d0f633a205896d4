"""Asking other sites: never knocks inside, follows redirects only to where it may, and gives up in time."""

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from jobs import web

OUTSIDE = "93.184.216.34"


class Site(BaseHTTPRequestHandler):
    """``answers`` gives for a path the status, where it sends to, and whether it knows HEAD."""

    def answer(self):
        status, location, knows_head = self.server.answers.get(self.path, (404, "", True))
        self.server.asked.append((self.command, self.path))
        self.send_response(405 if self.command == "HEAD" and not knows_head else status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def taken(self):
        length = int(self.headers["Content-Length"])
        self.server.taken = (self.rfile.read(length), self.headers["X-Word"], self.headers["User-Agent"])
        self.answer()

    do_HEAD = do_GET = answer  # noqa: N815  # the library's names
    do_POST = taken  # noqa: N815

    def log_message(self, *args):
        pass


@contextmanager
def served(answers):
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.answers, server.asked = answers, []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class Net:
    """Names and where they lead; every connection to a public address comes to our server, and is counted."""

    def __init__(self, server=None, **names):
        self.server, self.names = server, {name.replace("_", "."): found for name, found in names.items()}
        self.looked_up, self.connected = [], []

    def resolve(self, host, port):
        self.looked_up.append(host)
        found = self.names.get(host, [host])
        return found.pop(0) if found and isinstance(found[0], list) else found

    def connect(self, address, port, seconds):
        self.connected.append((address, port))
        return socket.create_connection(self.server.server_address, timeout=seconds)

    def ask(self, url):
        return web.ask(url, resolve=self.resolve, connect=self.connect)


def test_the_status_comes_from_the_end_of_the_redirects():
    with served(
        {"/a": (301, "/b", True), "/b": (302, "http://other.example/c", True), "/c": (200, "", True)}
    ) as server:
        net = Net(server, paper_example=[OUTSIDE], other_example=["93.184.216.99"])
        answer = net.ask("http://paper.example/a")
    assert (answer.status, answer.url, answer.hops) == (200, "http://other.example/c", 2)
    assert net.connected == [(OUTSIDE, 80), (OUTSIDE, 80), ("93.184.216.99", 80)]


def test_what_knows_no_head_is_asked_by_get():
    with served({"/a": (200, "", False)}) as server:
        assert Net(server, paper_example=[OUTSIDE]).ask("http://paper.example/a").status == 200
    assert [method for method, _path in server.asked] == ["HEAD", "GET"]


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/"]
)
def test_a_redirect_inside_is_not_followed(inside):
    with served({"/a": (302, inside, True)}) as server:
        net = Net(server, paper_example=[OUTSIDE], localhost=["127.0.0.1"])
        with pytest.raises(web.NotOutside):
            net.ask("http://paper.example/a")
    assert net.connected == [(OUTSIDE, 80)]
    assert [path for _method, path in server.asked] == ["/a"]


def test_a_name_that_leads_inside_is_not_connected_to():
    net = Net(inside_example=["10.0.0.8"], mixed_example=[OUTSIDE, "192.168.1.1"], nothing_example=[])
    for host in ("inside.example", "mixed.example", "nothing.example"):
        with pytest.raises(web.NotOutside):
            net.ask(f"http://{host}/")
    assert net.connected == []


def test_a_name_that_changes_between_two_look_ups_does_not_help():
    with served({"/": (200, "", True)}) as server:
        net = Net(server, swift_example=[[OUTSIDE], ["127.0.0.1"]])
        assert net.ask("http://swift.example/").status == 200
    assert net.looked_up == ["swift.example"]
    assert net.connected == [(OUTSIDE, 80)]


def test_a_name_that_has_changed_at_the_redirect_is_looked_at_again():
    with served({"/": (302, "/again", True)}) as server:
        net = Net(server, swift_example=[[OUTSIDE], ["127.0.0.1"]])
        with pytest.raises(web.NotOutside):
            net.ask("http://swift.example/")
    assert net.connected == [(OUTSIDE, 80)]


def test_a_circle_ends():
    with served({"/a": (302, "/b", True), "/b": (302, "/a", True)}) as server:
        net = Net(server, paper_example=[OUTSIDE])
        with pytest.raises(web.TooManyRedirects):
            net.ask("http://paper.example/a")
    assert len(server.asked) == web.REDIRECTS + 1


@pytest.mark.parametrize(
    "url", ["http://paper.example:8080/", "https://paper.example:22/", "ftp://paper.example/", "file:///etc/passwd"]
)
def test_only_web_sites_at_their_ports_are_asked(url):
    net = Net(paper_example=[OUTSIDE])
    with pytest.raises(web.NotOutside):
        net.ask(url)
    assert net.connected == []


def test_what_is_sent_arrives_and_follows_no_redirect():
    with served({"/a": (200, "", True), "/b": (302, "/a", True)}) as server:
        net = Net(server, paper_example=[OUTSIDE])
        how = {"resolve": net.resolve, "connect": net.connect}
        assert web.send("http://paper.example/a", b"{}", {"X-Word": "yes"}, **how) == 200
        assert server.taken == (b"{}", "yes", "Newsroom")
        assert web.send("http://paper.example/b", b"{}", {}, **how) == 302
    assert server.asked == [("POST", "/a"), ("POST", "/b")]


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1"])
def test_nothing_is_sent_inside(inside):
    net = Net(inside_example=[inside])
    with pytest.raises(web.NotOutside):
        web.send("http://inside.example/", b"{}", {}, resolve=net.resolve, connect=net.connect)
    assert net.connected == []


def test_a_server_that_drips_is_given_up(monkeypatch):
    monkeypatch.setattr(web, "SECONDS", 0.3)
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            line, _address = server.accept()
            with line:
                line.recv(1000)
                try:
                    while not ended.wait(0.05):
                        line.sendall(b"H")
                except OSError:
                    pass

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        net = Net(paper_example=[OUTSIDE])
        net.connect = lambda address, port, seconds: socket.create_connection(server.getsockname(), timeout=seconds)
        with pytest.raises((OSError, web.http.client.HTTPException)):
            net.ask("http://paper.example/")
        ended.set()
        thread.join()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (OUTSIDE, True), ("2606:2800:220:1::1", True),
        ("127.0.0.1", False), ("127.8.8.8", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("239.255.255.250", False), ("240.0.0.1", False), ("255.255.255.255", False), ("198.18.0.1", False),
        ("::", False), ("::1", False), ("fe80::1", False), ("fe80::1%eth0", False), ("fc00::1", False),
        ("fec0::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False),
        ("::127.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("2001:0:53aa:64c::1", False),
        ("no address", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address, expected):
    assert web.is_public(address) is expected
