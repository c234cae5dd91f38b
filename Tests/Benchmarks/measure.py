"""Measures and prints the table: usage measure.py PROGRAMS SCRATCH [--small]. SCRATCH holds `data` and `floor`."""

import datetime
import json
import os
import pathlib
import platform
import resource
import shlex
import signal
import subprocess
import sys
import time

programs, scratch = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
small = "--small" in sys.argv
data, floor = scratch / "data", scratch / "floor"
vsmrepo, web = programs / "vsmrepo", programs / "vsmrepo-web"
peers = pathlib.Path(__file__).with_name("peers.py")
few, some, many = (20, 20, 200) if small else (100, 10_000, 100_000)
short, middle, long = (data / f"archive-{count}" for count in (few, some, many))
runs = 5 if small else 20
rows = []

os.environ.update(HOME=str(scratch), GIT_CONFIG_NOSYSTEM="1", PAGER="cat", SWIFT_BACKTRACE="enable=no")
(scratch / ".gitconfig").write_text("[user]\n\tname = Ada\n\temail = ada@example.org\n")

next_map = scratch / "next.py"
next_map.write_text(
    "import pathlib, random, re, sys\n"
    "path = pathlib.Path(sys.argv[1])\n"
    "path.write_text(re.sub(r'\"waitTime\": \"[^\"]+\"', f'\"waitTime\": \"{random.randint(61, 10**5)}h\"', "
    "path.read_text(), count=1))\n")


def whole(*commands, count=runs, folder=None, prepare=None):
    """Median milliseconds of each command, measured in the same run."""
    out = scratch / "hyperfine.json"
    words = ["hyperfine", "-N", "--style", "none", "--warmup", "2", "--runs", str(count), "--export-json", str(out)]
    if prepare:
        words += ["--prepare", prepare]
    subprocess.run(words + [str(command) for command in commands], check=True, cwd=folder, stdout=subprocess.DEVNULL)
    return [1000 * result["median"] for result in json.loads(out.read_text())["results"]]


def once(command, folder=None):
    """Milliseconds, and the most memory in MB, of one run."""
    before = time.monotonic()
    process = subprocess.Popen(shlex.split(command), cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} failed")
    return 1000 * (time.monotonic() - before), usage.ru_maxrss / 1024


def row(work, measured, beside="", goal=""):
    rows.append((work, measured, beside, goal))
    print(f"  {work}: {measured}", file=sys.stderr)


def ms(value):
    return f"{value:.0f} ms" if value >= 20 else f"{value:.1f} ms"


def times(value, other):
    return f"{value / other:.2f} ×"


def programs_alone():
    version, least = whole(f"{vsmrepo} --version", f"{floor} {short}")
    row("`--version`", ms(version), f"floor {ms(least)}: {times(version, least)}", "≤ 1.3 × floor")


def differences():
    texts = []
    for number in (3, 5):
        texts.append(scratch / f"v{number}.json")
        blob = subprocess.run(
            ["git", "-C", middle, "show", f"content/v{number}:content/current.json"], check=True, capture_output=True)
        texts[-1].write_bytes(blob.stdout)
    both = f"{texts[0]} {texts[1]}"
    blobs = [
        subprocess.run(
            ["git", "-C", middle, "rev-parse", f"content/v{number}:content/current.json"], check=True,
            capture_output=True, text=True).stdout.strip() for number in (3, 5)]
    ours, least, git = whole(
        f"{vsmrepo} -C {middle} diff v3 v5", f"{floor} {middle} {' '.join(blobs)}",
        f"git -C {middle} diff content/v3 content/v5")
    row(f"`diff v3 v5`, {some:,} versions", ms(ours), f"floor {ms(least)}: {times(ours, least)}; `git diff` {ms(git)}",
        "≤ 1.6 × floor")
    deepdiff, nbdime, graphtage = whole(
        f"{sys.executable} {peers} deepdiff {both}", f"{sys.executable} {peers} nbdime {both}",
        f"sh -c '{pathlib.Path(sys.executable).with_name('graphtage')} {both} >/dev/null 2>&1 || true'", count=1 if small else 3)
    row("the same two maps, others", f"deepdiff {ms(deepdiff)}, nbdime {ms(nbdime)}, graphtage {ms(graphtage)}",
        f"{min(deepdiff, nbdime, graphtage) / ours:.0f} × ours at least", "≥ 10 ×")
    jq, plain = whole(f"jq -S . {texts[0]}", f"{vsmrepo} canon {texts[0]}")
    row("sorting one map: `canon`", ms(plain), f"`jq -S` {ms(jq)}")


def logs():
    early, late, git = whole(
        f"{vsmrepo} -C {short} log -n 20", f"{vsmrepo} -C {long} log -n 20", f"git -C {long} log -n 20 --format=%s")
    row(f"`log -n 20`, {many:,} versions", ms(late),
        f"{few:,} versions {ms(early)}: {times(late, early)}; `git log` {ms(git)}", "≤ 1.3 ×")


def trends():
    ours, memory = once(f"{vsmrepo} -C {middle} trend content --format csv")
    script = f"git -C {middle} log --format=%H:content/current.json | git -C {middle} cat-file --batch >/dev/null"
    git, _ = once(f"sh -c '{script}'")
    row(f"`trend`, {some:,} versions", f"{ms(ours)}, {memory:.0f} MB",
        f"git reading the same {ms(git)}: {times(ours, git)}", "≤ 2.5 ×, ≤ 100 MB")
    if not small:
        ours, memory = once(f"{vsmrepo} -C {long} trend content --format csv")
        row(f"`trend`, {many:,} versions", f"{ours / 1000:.1f} s, {memory:.0f} MB", "", "≤ 100 MB")


def commits():
    """Each run commits another map; both programs make what they write durable."""
    medians = []
    for archive in (short, long):
        copy = scratch / f"commits-{archive.name}"
        subprocess.run(["cp", "-a", archive, copy], check=True)
        for key, value in (("core.fsync", "committed"), ("core.fsyncMethod", "fsync")):
            subprocess.run(["git", "-C", copy, "config", key, value], check=True)
        prepare = f"{sys.executable} {next_map} {copy}/content/current.json"
        medians.append(whole(
            f"{vsmrepo} -C {copy} commit content -m x", f"git -C {copy} commit -qam x", prepare=prepare))
    (early, git_early), (late, git_late) = medians
    row(f"`commit`, {few:,} versions", ms(early), f"`git commit` {ms(git_early)}: {times(early, git_early)}", "≤ 2 ×")
    row(f"`commit`, {many:,} versions", ms(late),
        f"{few:,} versions: {times(late, early)}; `git commit` {ms(git_late)}: {times(late, git_late)}",
        "≤ 1.5 ×, ≤ 2 ×")


def in_process():
    def measure(name):
        out = subprocess.run(
            [programs / "InProcess", data / f"{name}.json", data / f"{name}-later.json"], check=True,
            capture_output=True, text=True).stdout
        found = {}
        for line in out.splitlines():
            words = line.split("\t")
            found[words[0]] = (float(words[1]), float(words[3]) if len(words) > 3 else None)
        return found

    names = ["map-30", "map-300"] if small else ["map-30", "map-3000", "map-10000", "map-10000-loops", "map-30000"]
    found = {name: measure(name) for name in names}
    large = found[names[-1] if small else "map-10000"]
    row("reading JSON", f"{large['read JSON'][1]:.0f} MB/s", "", "≥ 200 MB/s")
    row("reading a map", f"{large['read map'][1]:.0f} MB/s",
        f"Foundation's decoder {large['Foundation: decode map'][1]:.0f} MB/s: "
        f"{large['Foundation: decode map'][0] / large['read map'][0]:.1f} × as fast", "≥ 6 ×")
    row("writing a map", f"{large['write map'][1]:.0f} MB/s",
        f"Foundation's encoder {large['Foundation: encode map'][1]:.0f} MB/s: "
        f"{large['Foundation: encode map'][0] / large['write map'][0]:.1f} × as fast", "≥ 6 ×")
    for name in names:
        row(f"difference, {name}", ms(found[name]["difference of measured maps"][0]),
            f"with figures {ms(found[name]['difference of maps'][0])}", "10,000: ≤ 40 ms")
    row(f"merge, {names[-1] if small else 'map-10000'}", ms(large["merge"][0]), "", "≤ 80 ms")


def pages():
    site = scratch / "site"
    first, memory = once(f"{web} publish {site} -C {middle}")
    count, files = sum(1 for _ in site.rglob("*.html")), sum(1 for path in site.rglob("*") if path.is_file())
    row(f"`publish`, {some:,} versions", f"{count / first * 1000:.0f} pages/s, {files / first * 1000:.0f} files/s",
        f"{count:,} pages in {first / 1000:.0f} s, {memory:.0f} MB", "≥ 500 pages/s")
    subprocess.run([sys.executable, next_map, middle / "content/current.json"], check=True)
    subprocess.run([vsmrepo, "-C", middle, "commit", "content", "-m", "x"], check=True, stdout=subprocess.DEVNULL)
    again, _ = once(f"{web} publish {site} -C {middle}")
    row("the same after one more version", ms(again), "", "≤ 1 s")
    server = subprocess.Popen(
        [web, "serve", "-C", middle, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = next(word for word in server.stdout.readline().split() if word.startswith("http"))
        out = subprocess.run(
            ["wrk", "-t2", "-c64", "-d2s" if small else "-d10s", "--latency", f"{address.rstrip('/')}/content/v3..v5"],
            check=True, capture_output=True, text=True).stdout
        rate = next(line.split()[1] for line in out.splitlines() if line.startswith("Requests/sec"))
        tail = next(line.split()[1] for line in out.splitlines() if line.strip().startswith("99%"))
        faults = [line.strip() for line in out.splitlines() if "Socket errors" in line or "Non-2xx" in line]
        row("`serve`, comparison page", f"{float(rate):.0f} requests/s, 99 % in {tail}", "; ".join(faults) or "no error",
            "≥ 2,000/s, ≤ 50 ms")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def sizes():
    for program in (vsmrepo, web):
        stripped = scratch / program.name
        subprocess.run(["strip", "-o", stripped, program], check=True)
        goal = 20 if program == vsmrepo else 80
        row(f"size of `{program.name}`", f"{stripped.stat().st_size / 1e6:.1f} MB", "static, stripped", f"≤ {goal} MB")


for part in (programs_alone, differences, logs, trends, in_process, pages, commits, sizes):
    part()

print(f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, {platform.release()}")
print()
print("| work | vsmrepo | beside it | goal |\n| --- | --- | --- | --- |")
for cells in rows:
    print("| " + " | ".join(cells) + " |")
