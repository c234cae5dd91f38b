"""Measures SVG pictures in a real browser: no text may overlap another, be cut off, or be crossed by a line.

    python pictures.py [--chromium PATH] [--shots DIR] PICTURE.svg|DIR...

Every picture is measured twice, in the first face of its font stack that is installed and in DejaVu Sans, the widest
that a reader may fall back to, and looked at in light and in dark mode. Prints what is wrong, one fault a line; exits
with 1 when anything is, with 2 when there was nothing to measure.
"""

import argparse
import pathlib
import shutil
import sys
import xml.etree.ElementTree

from playwright.sync_api import sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDEST = "svg text { font-family: 'DejaVu Sans' !important }"
MEASURE = (pathlib.Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
PAPER = "() => getComputedStyle(document.querySelector('svg.vsm > rect')).fill"


def files(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.rglob("*.svg")) if argument.is_dir() else [argument]


def faults_of(page, path):
    try:
        root = xml.etree.ElementTree.parse(path).getroot()
    except xml.etree.ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    faults = []
    name = "{http://www.w3.org/2000/svg}"
    for child in ("title", "desc"):
        element = root.find(name + child)
        if element is None or not (element.text or "").strip():
            faults.append(f"no {child}")
    if root.get("role") != "img":
        faults.append("no role")
    page.goto(path.resolve().as_uri())
    papers = []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        papers.append(page.evaluate(PAPER))
    if papers[0] == papers[1]:
        faults.append("dark mode changes nothing")
    faults += page.evaluate(MEASURE)
    page.evaluate(
        """(css) => {
          const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
          style.textContent = css;
          document.documentElement.append(style);
        }""",
        WIDEST,
    )
    faults += [f"in DejaVu Sans: {fault}" for fault in page.evaluate(MEASURE)]
    return faults


def shoot(browser, path, folder):
    root = xml.etree.ElementTree.parse(path).getroot()
    size = {side: min(16000, round(float(root.get(side)))) for side in ("width", "height")}
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport=size, color_scheme=scheme)
        page.goto(path.resolve().as_uri())
        page.screenshot(path=folder / f"{path.stem}-{scheme}.png")
        page.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("pictures", nargs="+", help="SVG files, or folders of them")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser to use")
    parser.add_argument("--shots", type=pathlib.Path, help="write PNG pictures of them, light and dark, to this folder")
    options = parser.parse_args()
    count = 0
    faulty = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=FLAGS)
        page = browser.new_page()
        for path in files(options.pictures):
            count += 1
            faults = faults_of(page, path)
            faulty += bool(faults)
            for fault in faults:
                print(f"{path.name}: {fault}")
            if options.shots:
                options.shots.mkdir(parents=True, exist_ok=True)
                shoot(browser, path, options.shots)
        browser.close()
    print(f"{count} pictures measured, {faulty} with faults", file=sys.stderr)
    return 2 if count == 0 else 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
