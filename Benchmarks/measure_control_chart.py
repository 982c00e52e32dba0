"""Control charts: the results that NHSRplotthedots publishes, and how fast many are worked out, against the same rules in NumPy over all runs at once.

NumPy comes to the same limits and the same signal for every point, or the measure fails."""

import json
import pathlib
import random
import re
import statistics
import subprocess
import time

try:
    import numpy
except ImportError:
    numpy = None

from context import RELEASE
from rows import Row

RUNS, POINTS, ROUNDS = 20_000, 36, 7
TESTS = pathlib.Path(__file__).parents[1] / "Tests/PerformanceTests"


def published():
    """What the package's own tests and documentation give, from the tables that the Swift tests have of them: numbers, whether screened, mean, limits and to how many places."""
    source = (TESTS / "PublishedSeries.swift").read_text()
    numbers = lambda name: [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", re.search(rf"static let {name}: \[Double\] = \[(.*?)\]", source, re.S)[1])]  # noqa: E731
    normal, spike = numbers("normal"), numbers("spike")
    twenty = normal[:20]
    jumped = [*twenty[:14], 10, *twenty[15:]]
    series = {"PublishedSeries.twenty": twenty, "withSpike": jumped, "Array(PublishedSeries.twenty[..<10])": twenty[:10], "Array(PublishedSeries.twenty[10...])": twenty[10:], "PublishedSeries.spike": spike}
    table = re.findall(
        r"values: ([^,]+?)(, screened: false)?, mean: ([-\d.]+), lower: ([-\d.]+), upper: ([-\d.]+), places: ([\de.-]+)\)", (TESTS / "ControlChartTests.swift").read_text())
    return [(series[name], not unscreened, *map(float, figures)) for name, unscreened, *figures in table if name in series]


def agrees(context, values, screened, mean, lower, upper, places):
    file = context.folder / "published.csv"
    file.write_text("value\n" + "".join(f"{value}\n" for value in values))
    command = [context.binary, "measure", "chart", file, "--json", *([] if screened else ["--unscreened"])]
    segment = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["segments"][0]
    return all(abs(segment[key] - wanted) <= places for key, wanted in [("mean", mean), ("lower", lower), ("upper", upper)])


def by_numpy(values):
    """Limits and signals of every run at once: a run to a row."""
    def steady(all, counts):
        total = numpy.where(counts, all, 0).sum(axis=1) / numpy.maximum(counts.sum(axis=1), 1)
        return total + numpy.where(counts, all - total[:, None], 0).sum(axis=1) / numpy.maximum(counts.sum(axis=1), 1)

    every = numpy.ones_like(values, dtype=bool)
    mean = steady(values, every)
    steps = numpy.diff(values, axis=1)
    moves = numpy.abs(steps)
    first = steady(moves, every[:, 1:])
    average = steady(moves, moves < 3.267 * first[:, None])
    wide, close = 2.66 * average, 2 * (2.66 / 3) * average
    middle = mean[:, None]
    lower, upper = mean - wide, mean + wide
    outside = (values > upper[:, None]) | (values < lower[:, None])
    near = ~outside & ((values < (mean - close)[:, None]) | (values > (mean + close)[:, None]))
    side, slope = numpy.sign(values - middle), numpy.sign(steps)
    windows = numpy.lib.stride_tricks.sliding_window_view

    def parts(starts, size):
        """Which points lie in one of the windows that begin so."""
        marked = numpy.zeros(values.shape, dtype=bool)
        for offset in range(size):
            marked[:, offset:offset + starts.shape[1]] |= starts
        return marked

    runs = parts(numpy.abs(windows(side, 7, axis=1).sum(axis=2)) == 7, 7)
    trends = parts(numpy.abs(windows(slope, 6, axis=1).sum(axis=2)) == 6, 7)
    twos = parts((numpy.abs(windows(side, 3, axis=1).sum(axis=2)) == 3) & (windows(near, 3, axis=1).sum(axis=2) >= 2), 3) & near
    # A point between two trends goes the way of the one that follows.
    ahead = numpy.concatenate([slope, slope[:, -1:]], axis=1)
    behind = numpy.concatenate([slope[:, :1], slope], axis=1)
    following = numpy.concatenate([trends[:, 1:], numpy.zeros((len(values), 1), dtype=bool)], axis=1)
    way = numpy.where(trends & ~outside, numpy.where(following, ahead, behind), side)
    kind = numpy.select([outside, trends, twos, runs], [1, 2, 3, 4], 0)
    return mean, lower, upper, kind, way


def measure(context):
    table = published()
    agreed = sum(agrees(context, *one) for one in table)
    rows = [Row("Published results of NHSRplotthedots that a chart agrees with", agreed, len(table), "", agreed / len(table), ">= 1",
                "mean and both limits, to the places that are published; `muster measure chart`")]
    dice = random.Random(23)
    values = []
    for _ in range(RUNS):
        level, run = 0.0, []
        for _ in range(POINTS):
            level += dice.choice([0, 0, 0, 0.4, -0.3, 0.9])
            run.append(round(dice.gauss(level, 1) + (6 if dice.random() < 0.03 else 0), 3))
        values.append(run)
    file = context.folder / "runs.csv"
    file.write_text("".join(",".join(map(str, run)) + "\n" for run in values))
    context.progress(f"{RUNS:,} control charts of {POINTS} points")
    told = json.loads(subprocess.run([RELEASE / "benchmark-service", "charts", file, str(ROUNDS)], check=True, stdout=subprocess.PIPE).stdout)
    ours = statistics.median(told["seconds"])
    count = RUNS * POINTS
    name, note = "Points of control charts: limits, screening and four signals", f"{RUNS:,} charts of {POINTS} points on one core, one after the other"
    if numpy is None:
        return [*rows, Row(name, count / ours, None, "points/s", None, "", note)]
    array = numpy.array(values)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        mean, lower, upper, kind, way = by_numpy(array)
        times.append(time.perf_counter() - start)
    assert numpy.allclose(numpy.array(told["limits"]), numpy.stack([mean, lower, upper], axis=1), rtol=0, atol=1e-9), "NumPy comes to other limits"
    letters = numpy.array(list("-otwr"))
    theirs = ["".join(letter.upper() if high > 0 else letter for letter, high in zip(letters[kinds], ways)) for kinds, ways in zip(kind, way)]
    assert theirs == told["signals"], "NumPy comes to other signals"
    them = statistics.median(times)
    return [*rows, Row(name, count / ours, count / them, "points/s", them / ours, "", f"{note}; beside it the same rules in NumPy over all charts at once")]
