"""The pages as `vsmrepo serve` gives them: a process of its own, and what HTTP promises without a browser."""

import contextlib
import http.client
import os
import re
import signal
import subprocess
import tempfile
import urllib.parse


class Server:
    """`vsmrepo serve --port 0` on an archive."""

    def __init__(self, vsmrepo, archive):
        # A pipe that nobody reads would fill up and hold the server back.
        self.log = tempfile.TemporaryFile("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [vsmrepo, "-C", str(archive), "serve", "--port", "0", "--log-level", "info"],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
        )
        self.address = self.process.stdout.readline().strip()
        if not re.fullmatch(r"http://127\.0\.0\.1:\d+/", self.address):
            raise AssertionError(f"serve printed {self.address!r}: {self.said()}")
        self.port = urllib.parse.urlsplit(self.address).port

    def ask(self, target, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, target, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        """Asks it to end, and gives its exit code and its log."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        self.process.stdout.close()
        return self.process.returncode, self.said()


def faults_of_http(server):
    """What the server answers to good and to bad requests."""

    def expect(what, found, wanted):
        if found != wanted:
            yield f"{what}: {found}, not {wanted}"

    status, headers, body = server.ask("/content/v3..v5")
    yield from expect("a page", status, 200)
    policy = headers.get("content-security-policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield f"policy of a page: {policy}"
    for name, value in (("x-content-type-options", "nosniff"), ("cache-control", "no-cache")):
        yield from expect(name, headers.get(name), value)
    tag = headers.get("etag")
    again, same, empty = server.ask("/content/v3..v5", If_None_Match=tag)
    yield from expect("a page that is known", (again, same.get("etag"), empty), (304, tag, b""))
    yield from expect("a page that is known otherwise", server.ask("/content/v3..v5", If_None_Match='"old"')[0], 200)
    head, length, nothing = server.ask("/content/v3..v5", "HEAD")
    yield from expect("HEAD", (head, length.get("content-length"), nothing), (200, str(len(body)), b""))
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        status, headers, _ = server.ask("/", method)
        yield from expect(method, (status, headers.get("allow")), (405, "GET, HEAD"))
    for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1.evil.example"):
        yield from expect(f"Host: {host}", server.ask("/", Host=host)[0], 421)
    for host in ("localhost", f"localhost:{server.port}", "[::1]:9"):
        yield from expect(f"Host: {host}", server.ask("/", Host=host)[0], 200)
    yield from expect("a long address", server.ask("/" + "a" * 4000)[0], 414)
    yield from expect("a long header", server.ask("/", X_Long="a" * 100_000)[0] in (400, 431), True)
    for target in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/.git/config", "/content/%00", "/nothing"):
        yield from expect(target, server.ask(target)[0], 404)
    status, headers, _ = server.ask("/content?from=v1&to=v4")
    yield from expect("a choice of versions", (status, headers.get("location")), (303, "/content/v1..v4"))


def faults_of_news(server, vsmrepo, archive):
    """A version that is committed while the server runs is there at once."""
    path = archive / "growth" / "email" / "current.json"
    text = path.read_text(encoding="utf-8")
    before = server.ask("/growth/email")[1].get("etag")
    path.write_text(text.replace('"title": "', '"title": "New: ', 1), encoding="utf-8")
    identity = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org"}
    identity |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in identity.items()}
    command = [vsmrepo, "-C", str(archive), "commit", "growth/email", "-m", "While it is served"]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | identity)
    status, headers, body = server.ask("/growth/email")
    if status != 200 or b"While it is served" not in body or headers.get("etag") == before:
        yield "a new version does not appear"


def faults_of_end(server):
    code, log = server.stop()
    if code != 0:
        yield f"ended with {code} after SIGTERM"
    if "target=/content/v3..v5" not in log or "status=421" not in log:
        yield "the log does not tell of the requests"
