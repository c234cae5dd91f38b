"""Compares what `vsmrepo measure` finds in a log with what pm4py, an independent tool, finds in the same one.

Of the synthetic ticket export in examples/: the mean work of each step (pm4py's service time), the mean wait in front of each
step that only one other hands work to (its performance DFG), the duration of the cases and how often steps were taken; by
the clock and in working hours with holidays, read from CSV and from XES that pm4py wrote. Argument: the path of `vsmrepo`.
"""

import contextlib
import datetime
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")
import jsonschema  # noqa: E402
import pandas  # noqa: E402
import findings  # noqa: E402

with contextlib.redirect_stderr(io.StringIO()):  # it greets
    import pm4py  # noqa: E402
from pm4py.statistics.service_time.pandas import get as service_time  # noqa: E402
from pm4py.statistics.traces.generic.pandas import case_statistics  # noqa: E402

pm4py.util.constants.SHOW_PROGRESS_BAR = False
ROOT = pathlib.Path(__file__).parents[2]
LOG = ROOT / "examples/content/tickets.csv"
HOLIDAYS = ROOT / "examples/content/holidays.txt"
NAMES = {"Legal review": "Legal approval"}
LEFT_OUT = ["Image rights"]
WEEK = [((day * 24 + 9) * 3600, (day * 24 + 17) * 3600) for day in range(5)]


class Calendar:
    """The days that pm4py counts, as it asks for them."""

    def __init__(self):
        self.free = {datetime.date.fromisoformat(line[:10]) for line in HOLIDAYS.read_text().splitlines() if line[0] == "2"}

    def is_working_day(self, day):
        return day not in self.free


def frame():
    table = pandas.read_csv(LOG)
    table = table[~table["Activity"].isin(LEFT_OUT)]
    return pandas.DataFrame(
        {
            "case:concept:name": table["Ticket"],
            "concept:name": table["Activity"].replace(NAMES),
            "start_timestamp": pandas.to_datetime(table["Started"], utc=True),
            "time:timestamp": pandas.to_datetime(table["Finished"], utc=True),
        }
    )


def measured(program, archive, log, *options):
    command = [program, "-C", archive, "measure", "content", "--events", log, "--zone", "UTC", "--format", "json", *options]
    result = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if result.returncode != 0:
        raise RuntimeError(f"measure ended with {result.returncode}: {result.stderr.decode()}")
    document = json.loads(result.stdout)
    jsonschema.validate(document, json.loads((ROOT / "schema/measurement.schema.json").read_text(encoding="utf-8")))
    return document


def reference(table, business):
    """What pm4py says: work by step, wait by pair of steps, durations of the cases."""
    hours = {"business_hours": True, "business_hour_slots": WEEK, "workcalendar": Calendar()} if business else {}
    keys = {service_time.Parameters.START_TIMESTAMP_KEY: "start_timestamp"}
    work = service_time.apply(table, parameters={**hours, **keys})
    waits, _, _ = pm4py.discover_performance_dfg(table, perf_aggregation_key="mean", **hours)
    moments = table.melt("case:concept:name", ["start_timestamp", "time:timestamp"], value_name="moment")
    described = case_statistics.get_cases_description(
        moments.rename(columns={"moment": "time:timestamp"})[["case:concept:name", "time:timestamp"]], parameters=hours
    )
    durations = [case["caseDuration"] for case in described.values()]
    return work, waits, durations


def disagreements(found, table, business):
    work, waits, durations = reference(table, business)
    names = {step["id"]: step["name"] for step in json.loads((ROOT / "examples/content/v5.json").read_text())["steps"]}
    counts = table["concept:name"].value_counts()
    compared = 0

    def differs(what, ours, theirs):
        nonlocal compared
        compared += 1
        if abs(ours - theirs) > 0.5 + 1e-6 * abs(theirs):
            yield f"{what}: vsmrepo says {ours:.1f} s, pm4py {theirs:.1f} s"

    sources = {}
    for source, target in waits:
        sources.setdefault(target, []).append(source)
    for step in found["steps"]:
        name = names[step["id"]]
        yield from differs(f"passes of {name}", step["passes"], counts[name])
        yield from differs(f"work at {name}", step["processTime"]["mean"], work[name])
        if len(sources.get(name, [])) == 1 and step["waitTime"]:
            yield from differs(f"wait of {name}", step["waitTime"]["mean"], waits[sources[name][0], name])
    yield from differs("time of an item", found["itemTime"]["mean"], sum(durations) / len(durations))
    if compared < 30:
        yield f"only {compared} figures could be compared"


def faults(program):
    table = frame()
    mapping = ["--map", "Legal review=legal", *(word for name in LEFT_OUT for word in ("--map", f"{name}="))]
    with tempfile.TemporaryDirectory() as folder:
        archive = pathlib.Path(folder) / "archive"
        subprocess.run([program, "init", archive], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        (archive / "content").mkdir()
        (archive / "content/current.json").write_bytes((ROOT / "examples/content/v5.json").read_bytes())
        xes = pathlib.Path(folder) / "tickets.xes"
        pm4py.write_xes(table, str(xes))
        working = ["--hours", "mon-fri 9:00-17:00", "--holidays", HOLIDAYS]
        for log, names in [(LOG, mapping), (xes, [])]:
            for business, options in [(False, ["--hours", "always"]), (True, working)]:
                kind = f"{log.suffix[1:]}, {'working hours' if business else 'by the clock'}"
                for fault in disagreements(measured(program, archive, log, *options, *names), table, business):
                    yield f"{kind}: {fault}"


if __name__ == "__main__":
    findings.report(faults(sys.argv[1]))
