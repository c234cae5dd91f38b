"""Writes a synthetic ticket export of the content stream: examples/content/tickets.csv. Nothing in it is real.

Pieces travel the steps of content/v5.json that were asked for from May to July 2026, Berlin time: waits are exponential and work is
log-normal around the times of that map, but legal answers faster than it did, and design is slower still. What the map does
not know is in the export too: "Image rights", and a name of its own for the legal approval. The seed is fixed.
"""

import bisect
import csv
import datetime
import math
import pathlib
import random

HOURS = (9 * 60, 17 * 60)
FREE = {datetime.date(2026, 5, 14), datetime.date(2026, 5, 25), datetime.date(2026, 6, 4)}
FIRST = datetime.date(2026, 5, 4)
PIECES, A_WEEK = 40, 4

# name, the steps before it, mean wait and mean work in minutes
STEPS = [
    ("Topic request", [], 0, 30),
    ("Write the brief", ["Topic request"], 400, 180),
    ("Editorial planning", ["Write the brief"], 1100, 30),
    ("Write the copy", ["Editorial planning"], 900, 700),
    ("Design", ["Editorial planning"], 2300, 740),
    ("Image rights", ["Design"], 300, 45),
    ("Edit and lay out", ["Write the copy", "Design", "Image rights"], 560, 250),
    ("Brand approval", ["Edit and lay out"], 700, 60),
    ("Product approval", ["Brand approval"], 900, 90),
    ("Legal review", ["Product approval"], 820, 120),
    ("Build from a template", ["Legal review"], 780, 300),
    ("Publish and promote", ["Build from a template"], 240, 240),
    ("Share what was learned", ["Publish and promote"], 2400, 110),
]
# from, to, chance, extra wait in minutes
REWORK = [("Edit and lay out", "Write the copy", 0.28, 240), ("Legal review", "Edit and lay out", 0.1, 480)]
RARE = {"Image rights": 0.2}


def working_days():
    day = FIRST
    while True:
        if day.weekday() < 5 and day not in FREE:
            yield day
        day += datetime.timedelta(days=1)


def clock(minute, days):
    """The moment at which so many minutes have been worked since the first day."""
    day, rest = divmod(minute, HOURS[1] - HOURS[0])
    return datetime.datetime.combine(days[day], datetime.time()) + datetime.timedelta(minutes=HOURS[0] + rest)


def main():
    draw = random.Random(20260504)
    sigma = math.sqrt(math.log(1.25))
    days = [day for day, _ in zip(working_days(), range(400))]
    place = {name: number for number, (name, *_) in enumerate(STEPS)}
    rows = []
    arrival = 0
    for piece in range(PIECES):
        arrival += draw.expovariate(A_WEEK / (5 * 480))
        ends, queue, extra = {}, [], {}
        taken = {name for name, *_ in STEPS if draw.random() < RARE.get(name, 1)}
        queue = [number for number, (name, *_) in enumerate(STEPS) if name in taken]
        while queue:
            number = queue.pop(0)
            name, before, wait, work = STEPS[number]
            ready = max([ends[other] for other in before if other in ends], default=arrival)
            if name in extra:
                ready = max(ready, extra[name][0]) + extra.pop(name)[1]
            start = ready + (draw.expovariate(1 / wait) if wait else 0)
            end = start + work * math.exp(draw.gauss(0, sigma) - sigma * sigma / 2)
            ends[name] = end
            rows.append((f"CON-{piece + 101}", name, int(start), max(int(start) + 1, int(end))))
            for source, target, chance, delay in REWORK:
                if source == name and draw.random() < chance:
                    extra[target] = (end, draw.expovariate(1 / delay))
                    again = range(place[target], number + 1)
                    for step in again:
                        on_way = STEPS[step][0] in (target, name) or place[target] < step < number
                        if on_way and STEPS[step][0] in taken and STEPS[step][0] not in ("Design", "Image rights"):
                            bisect.insort(queue, step)
                    break
    rows.sort(key=lambda row: (row[2], row[0]))
    path = pathlib.Path(__file__).parent / "content" / "tickets.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["Ticket", "Activity", "Started", "Finished"])
        for ticket, name, start, end in rows:
            table.writerow([ticket, name, *(f"{clock(minute, days):%Y-%m-%d %H:%M}" for minute in (start, end))])


if __name__ == "__main__":
    main()
