"""Opens every page of an archive in a real browser: served, published, and on its own.

    python pages.py [--chromium PATH] [--shots DIR] VSMREPO ARCHIVE

ARCHIVE is one made by examples/tour.sh; a version is added to it. Looks for errors, requests that leave the host, findings of
axe-core, text wider than a phone, and what the player, the search, dark mode and paper make of the pages. Prints what is wrong,
one fault a line; exits with 1 when anything is.
"""

import argparse
import importlib.resources
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from pictures import FLAGS
from playwright.sync_api import sync_playwright
from served import Server, faults_of_end, faults_of_http, faults_of_news

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
GRAVE = {"serious", "critical"}
PHONE = {"width": 390, "height": 844}
# The pictures are looked at by pictures.py; in the dark only colours differ.
FINDINGS = """async (isWhole) => (await axe.run({ exclude: [[".picture svg"]] },
  isWhole ? {} : { runOnly: ["color-contrast"] })).violations"""
# Closes text, attributes and script, also where an accent above the mark makes one character of two.
HARM = "</title></script><script>alert(1)</script>\"\u0301 onfocus=alert(2) x='\u0301<\u0301img src=x onerror=alert(3)>"


class Visit:
    """One open page, with everything that went wrong on it."""

    def __init__(self, browser, home, **context):
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **context)
        self.page = self.context.new_page()
        self.home = home
        self.faults = []
        self.page.on("console", lambda message: self.note("console", message.text, message.type in ("error", "warning")))
        self.page.on("pageerror", lambda error: self.note("script", error, True))
        self.page.on("dialog", lambda dialog: (self.note("dialog", dialog.message, True), dialog.dismiss()))
        self.page.on("request", lambda request: self.note("request to", request.url, not self.is_home(request.url)))
        # What the page itself gave up, as a picture of the player that the next one overtakes, did not fail.
        self.page.on(
            "requestfailed", lambda request: self.note("failed", request.url, request.failure != "net::ERR_ABORTED")
        )

    def is_home(self, url):
        return url.startswith(self.home)

    def note(self, kind, text, is_fault):
        if is_fault:
            self.faults.append(f"{self.page.url}: {kind} {text}")

    def open(self, url):
        answer = self.page.goto(url)
        self.note("status", answer.status, answer.status not in (200, 0))
        return self.page

    def wait(self, condition):
        """Looks again and again: what would wait in the page itself is script that the policy forbids."""
        for _ in range(300):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(100)
        self.note("never", condition, True)

    def close(self):
        self.context.close()
        return self.faults


def crawl(visit, start, is_page):
    """Every page that links lead to, the start first."""
    found, rest = [], [start]
    while rest:
        url = rest.pop(0)
        if url in found:
            continue
        found.append(url)
        links = visit.open(url).eval_on_selector_all("a[href]", "links => links.map((link) => link.href.split('#')[0])")
        rest += [link for link in dict.fromkeys(links) if visit.is_home(link) and is_page(link) and link not in found]
        broken = visit.page.evaluate(
            """() => [...document.querySelectorAll('a[href*="#"]')].filter((link) => link.pathname === location.pathname
              && !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.hash)"""
        )
        visit.note("no target for", broken, broken)
    return found


def inspect(visit, url, shots):
    """Looks at one page as different readers do."""
    page = visit.open(url)
    papers = []
    page.evaluate(AXE)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        papers.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        for finding in page.evaluate(FINDINGS, scheme == "light"):
            places = [node["target"] for node in finding["nodes"]][:3]
            visit.note(f"axe ({scheme})", f"{finding['id']} at {places}", finding["impact"] in GRAVE)
        if shots:
            page.screenshot(path=shots / f"{len(list(shots.iterdir())):03}-{scheme}.png", full_page=True)
    visit.note("dark mode changes nothing", papers, papers[0] == papers[1])
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    visit.note("on a phone", f"{width} wide", width > PHONE["width"])
    if shots:
        page.screenshot(path=shots / f"{len(list(shots.iterdir())):03}-phone.png", full_page=True)
    page.set_viewport_size({"width": 720, "height": 1000})
    page.emulate_media(media="print")
    hidden = page.evaluate("[...document.querySelectorAll('.top nav, form')].every((part) => !part.checkVisibility())")
    width = page.evaluate("document.documentElement.scrollWidth")
    visit.note("on paper", f"{width} wide, navigation hidden: {hidden}", width > 720 or not hidden)
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})


def play(visit, url):
    """The player shows one version after the other, by hand and by itself, also to those who do not see it."""
    page = visit.open(url)
    slider = page.locator("[data-player] input[type=range]")
    name = page.locator("[data-name]")
    latest = name.inner_text()
    slider.focus()
    page.keyboard.press("Home")
    first = name.inner_text()
    visit.note("player", f"{first!r} after {latest!r}", not first.startswith("v1,") or first == latest)
    visit.note("player", "no words for the slider", not slider.get_attribute("aria-valuetext").startswith("v1,"))
    visit.wait("document.querySelector('[data-image]').naturalWidth > 0")
    page.locator("[data-play]").click()
    visit.wait("!document.querySelector('[data-name]').textContent.startsWith('v1,')")
    page.locator("[data-play]").click()
    visit.note("player", "does not pause", page.locator("[data-play]").inner_text() != "Play")


def search_served(visit, url):
    """The form is answered by the server, with and without script."""
    page = visit.open(url)
    every = page.locator("tr[data-kind]").count()
    page.get_by_label("Text").fill("legal")
    page.get_by_role("button", name="Search").click()
    found = page.locator("tr[data-kind]").count()
    visit.note("search", f"{found} of {every} for a word", not 0 < found < every)
    page.locator("select[name=kind]").select_option("wait")
    page.wait_for_url("**kind=wait**") if visit.is_scripted else page.get_by_role("button", name="Search").click()
    kinds = set(page.locator("tr[data-kind]").evaluate_all("rows => rows.map((row) => row.dataset.kind)"))
    visit.note("search", f"kinds {kinds}", kinds != {"wait"})


def search_published(visit, url):
    """The search of a published site runs in the page."""
    page = visit.open(url)
    every = page.locator("tr[data-kind]:visible").count()
    page.get_by_label("Text").fill("legal")
    found = page.locator("tr[data-kind]:visible").count()
    visit.note("search", f"{found} of {every} for a word", not 0 < found < every)
    page.locator("select[name=kind]").select_option("wait")
    kinds = set(page.locator("tr[data-kind]:visible").evaluate_all("rows => rows.map((row) => row.dataset.kind)"))
    visit.note("search", f"kinds {kinds}", kinds != {"wait"})


def served(browser, vsmrepo, archive, shots):
    server = Server(vsmrepo, archive)
    faults = list(faults_of_http(server)) + list(faults_of_news(server, vsmrepo, archive))
    visit = Visit(browser, server.address)
    pages = crawl(visit, server.address, lambda link: not link.endswith((".json", ".svg")) and "?" not in link)
    for url in pages:
        inspect(visit, url, shots)
    play(visit, server.address + "content")
    visit.note("on paper", "nothing is printed", len(visit.open(pages[-1]).pdf(format="A4")) < 5000)
    faults += visit.close()
    for is_scripted in (True, False):
        visit = Visit(browser, server.address, java_script_enabled=is_scripted)
        visit.is_scripted = is_scripted
        search_served(visit, server.address + "-/improvements")
        page = visit.open(server.address + "content")
        page.get_by_label("From").select_option("v1")
        page.get_by_role("button", name="Compare").click()
        visit.note("choice of versions", page.url, not page.url.endswith("/content/v1..v5"))
        faults += visit.close()
    return len(pages), faults + list(faults_of_end(server))


def published(browser, vsmrepo, archive, folder):
    subprocess.run([vsmrepo, "-C", str(archive), "publish", str(folder)], check=True, capture_output=True)
    visit = Visit(browser, folder.as_uri())
    start = (folder / "index.html").as_uri()
    pages = crawl(visit, start, lambda link: link.endswith(".html"))
    written = {path.as_uri() for path in folder.rglob("*.html")}
    visit.note("pages that no link leads to", sorted(written - set(pages)), written - set(pages))
    play(visit, (folder / "content" / "index.html").as_uri())
    search_published(visit, (folder / "-" / "improvements.html").as_uri())
    return len(pages), visit.close()


def single(browser, vsmrepo, archive, folder):
    faults = []
    for name, revisions in (("map", ["v5"]), ("change", ["v3", "v5"])):
        file = folder / f"{name}.html"
        command = [vsmrepo, "-C", str(archive / "content"), "export", *revisions, "--format", "html"]
        file.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
        visit = Visit(browser, file.as_uri())
        inspect(visit, file.as_uri(), None)
        outward = visit.page.locator("[src], link[href], a[href]:not([href^='#'])").count()
        visit.note("leads elsewhere", f"{outward} times", outward)
        faults += visit.close()
    return 2, faults


def hostile(browser, vsmrepo, folder):
    """A map, a subject and a comment that try to run script."""
    environment = os.environ | {f"GIT_{who}_{what}": HARM if what == "NAME" else "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment |= {"GIT_AUTHOR_NAME": HARM.replace("<", "").replace(">", ""), "GIT_COMMITTER_NAME": "Ada"}

    def run(*arguments, text=None):
        subprocess.run([vsmrepo, "-C", str(folder), *arguments], input=text, text=True, check=True, capture_output=True, env=environment)

    run("init")
    for wait in ("5d", "3d"):
        steps = [
            {"id": "one", "name": HARM, "team": "a", "processTime": "1h", "notes": HARM, "source": HARM},
            {"id": "two", "name": HARM, "team": "b", "waitTime": wait, "processTime": "1h"},
        ]
        document = {
            "format": "vsm-map/1", "title": HARM, "trigger": HARM, "doneWhen": HARM, "sources": [HARM], "customers": [HARM],
            "teams": {"a": {"name": HARM}, "b": {"name": HARM}}, "glossary": {HARM: HARM}, "steps": steps,
            "participants": [{"name": HARM, "role": HARM}], "rework": [{"from": "two", "to": "one", "percent": 10}],
            "actions": {"act": {"title": HARM, "step": "two", "hypothesis": HARM, "owner": HARM, "learned": HARM}},
        }
        (folder / "stream").mkdir(exist_ok=True)
        (folder / "stream" / "current.json").write_text(json.dumps(document), encoding="utf-8")
        (folder / "stream" / "future.json").write_text(json.dumps(document | {"steps": steps[:1], "rework": [], "actions": {}}), encoding="utf-8")
        run("commit", "stream", "-m", HARM)
    run("comment", "stream@v2", HARM)
    run("experiment", "start", "trial", "-s", "stream", "--hypothesis", HARM)
    server = Server(vsmrepo, folder)
    visit = Visit(browser, server.address)
    pages = crawl(visit, server.address, lambda link: not link.endswith((".json", ".svg")) and "?" not in link)
    for url in pages:
        page = visit.open(url)
        strangers = page.locator("script:not([src$='/-/pages.js']), [onfocus], [onerror], img:not([data-image])").count()
        visit.note("script of a map", f"{strangers} elements", strangers)
    server.stop()
    return len(pages), visit.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("vsmrepo", help="the program; vsmrepo-web lies beside it")
    parser.add_argument("archive", type=pathlib.Path, help="an archive made by examples/tour.sh")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser to use")
    parser.add_argument("--shots", type=pathlib.Path, help="write PNG pictures of the pages to this folder")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    archive = options.archive.resolve()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = pathlib.Path(scratch)
        browser = playwright.chromium.launch(executable_path=options.chromium, args=FLAGS)
        results = [
            served(browser, options.vsmrepo, archive, options.shots),
            published(browser, options.vsmrepo, archive, folder / "site"),
            single(browser, options.vsmrepo, archive, folder),
            hostile(browser, options.vsmrepo, pathlib.Path(tempfile.mkdtemp(dir=scratch))),
        ]
        browser.close()
    faults = [fault for _, list_ in results for fault in list_]
    for fault in dict.fromkeys(faults):
        print(fault)
    print(f"{sum(count for count, _ in results)} pages opened, {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
