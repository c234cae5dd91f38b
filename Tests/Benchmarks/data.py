"""Makes what the benchmark measures: maps of several sizes, each with a later version, and archives with long histories.

usage: data.py FOLDER [--small]
Everything comes from a fixed seed, so that two runs measure the same. Archives are written with git fast-import: each version is a
commit of one stream, with the annotated tag that `vsmrepo commit` gives it.
"""

import json
import pathlib
import random
import subprocess
import sys

WORDS = "brief draft copy design review legal brand build proof launch measure plan source edit check publish".split()
TEAMS = {
    "content": {"name": "Content", "control": "own", "people": 4},
    "design": {"name": "Design", "control": "own", "people": 3},
    "legal": {"name": "Legal", "control": "outside", "people": 1},
    "web": {"name": "Web", "control": "outside", "people": 2},
}


def chain(count, loops, seed):
    """A map of `count` steps, one in eight of them beside another, with rework loops spread over it."""
    chance = random.Random(seed)
    steps = []
    for place in range(count):
        step = {
            "id": f"step-{place:05}",
            "name": " ".join(chance.choice(WORDS) for _ in range(3)).capitalize(),
            "team": chance.choice(sorted(TEAMS)),
            "waitTime": f"{chance.randint(1, 60)}h",
            "processTime": f"{chance.randint(1, 90)}m",
            "percentCompleteAccurate": chance.randint(60, 100),
            "basis": chance.choice(["guess", "measured"]),
        }
        if place >= 2 and place % 8 == 1:
            step["after"] = [steps[place - 2]["id"]]
        elif place >= 3 and place % 8 == 2:
            step["after"] = [steps[place - 2]["id"], steps[place - 1]["id"]]
        if place % 10 == 0:
            step["notes"] = "Seen in the workshop: " + " ".join(chance.choice(WORDS) for _ in range(8)) + "."
        steps.append(step)
    rework = []
    for place in range(loops):
        end = (place + 1) * (count - 1) // loops
        start = max(0, end - 4)
        if (start % 8) in (0, 1) or (end % 8) == 1:
            start = end
        rework.append({"from": steps[end]["id"], "to": steps[start]["id"], "percent": chance.randint(1, 20)})
    rework.sort(key=lambda loop: (loop["from"], loop["to"]))
    document = {
        "format": "vsm-map/1",
        "title": "Content production, synthetic",
        "asOf": "2026-01-01",
        "team": "content",
        "trigger": "A request is agreed",
        "doneWhen": "The piece is live",
        "demand": {"items": 12, "per": "1w"},
        "teams": TEAMS,
        "steps": steps,
    }
    if rework:
        document["rework"] = rework
    return document


def later(document, seed):
    """The same stream a cycle later: one wait in ten has moved, a few steps are gone, new or renamed."""
    chance = random.Random(seed)
    result = json.loads(json.dumps(document))
    for step in result["steps"]:
        if chance.random() < 0.1:
            step["waitTime"] = f"{chance.randint(1, 60)}h"
    for place in range(0, len(result["steps"]), 500):
        result["steps"][place]["name"] += " again"
    result["steps"].append({"id": "learnings", "name": "Learnings", "team": "content", "processTime": "1h"})
    return result


def archive(folder, versions):
    """An archive with so many versions of one stream of 60 steps; each version moves one wait."""
    folder.mkdir(parents=True)
    lines = canon(chain(60, 4, 7)).split(b"\n")
    waits = [place for place, line in enumerate(lines) if b'"waitTime"' in line]
    chance = random.Random(versions)
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    stream = subprocess.Popen(
        ["git", "-C", folder, "fast-import", "--quiet", "--done"], stdin=subprocess.PIPE)
    out = stream.stdin
    author = b"A Team <team@example.org>"
    for number in range(1, versions + 1):
        if number > 1:
            lines[chance.choice(waits)] = b'      "waitTime": "%dh"' % chance.randint(1, 60)
        blob = b"\n".join(lines)
        time = 1_500_000_000 + number * 2400
        message = b"content v%d: cycle %d\n\nStream: content\nVersion: %d\n" % (number, number, number)
        out.write(b"commit refs/heads/main\nmark :%d\ncommitter %s %d +0000\n" % (number, author, time))
        out.write(b"data %d\n%s\n" % (len(message), message))
        out.write(b"M 100644 inline content/current.json\ndata %d\n%s\n" % (len(blob), blob))
    for number in range(1, versions + 1):
        time = 1_500_000_000 + number * 2400
        note = b"content v%d\n\nStream: content\nVersion: %d\nMade-By: vsmrepo\n" % (number, number)
        out.write(b"tag content/v%d\nfrom :%d\ntagger %s %d +0000\n" % (number, number, author, time))
        out.write(b"data %d\n%s\n" % (len(note), note))
    out.write(b"done\n")
    out.close()
    if stream.wait() != 0:
        raise SystemExit("git fast-import failed")
    # What `vsmrepo init` and `git gc` leave behind.
    for command in (["config", "vsmrepo.branch", "main"], ["pack-refs", "--all"], ["reset", "-q", "--hard"]):
        subprocess.run(["git", "-C", folder, *command], check=True)


def canon(document):
    """The canonical form that files have: sorted keys, two spaces, a line break at the end."""
    return (json.dumps(document, sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()


def main():
    folder = pathlib.Path(sys.argv[1])
    small = "--small" in sys.argv
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [(30, 3), (300, 30)] if small else [(30, 3), (3000, 0), (10000, 0), (10000, 1000), (30000, 0)]
    for count, loops in sizes:
        first = chain(count, loops, count)
        name = f"map-{count}" + ("-loops" if loops == 1000 else "")
        (folder / f"{name}.json").write_bytes(canon(first))
        (folder / f"{name}-later.json").write_bytes(canon(later(first, count + 1)))
    for versions in [20, 200] if small else [100, 10_000, 100_000]:
        if not (folder / f"archive-{versions}").exists():
            archive(folder / f"archive-{versions}", versions)


if __name__ == "__main__":
    main()
