"""A control chart as anyone can ask for it, held against rules that are written here once more from what Making Data Count teaches."""

import json
import random
import statistics
import subprocess

import pytest

from program import BINARY, environment


def chart(tmp_path, rows, *words):
    file = tmp_path / "series.csv"
    file.write_text("name,value\n" + "".join(f"p{place},{value}\n" for place, value in enumerate(rows)))
    return subprocess.run([BINARY, "measure", "chart", file, *words], cwd=tmp_path, env=environment(None), capture_output=True, text=True, timeout=60)


def windows(length, size):
    return [range(start, start + size) for start in range(length - size + 1)]


def expected(values, screened):
    """Mean, lower and upper limit, and the signal of each point."""
    mean = statistics.fmean(values)
    moves = [abs(b - a) for a, b in zip(values, values[1:])]
    if screened:
        first = statistics.fmean(moves)
        moves = [move for move in moves if move < 3.267 * first] or [0]
    spread = 2.66 * statistics.fmean(moves)
    lower, upper, near = mean - spread, mean + spread, spread * 2 / 3
    side = [(value > mean) - (value < mean) for value in values]
    outside = [value > upper or value < lower for value in values]
    close = [abs(value - mean) > near and not out for value, out in zip(values, outside)]
    run, trend, two = set(), {}, set()
    for window in windows(len(values), 7):
        if abs(sum(side[place] for place in window)) == 7:
            run.update(window)
        steps = {(values[place + 1] > values[place]) - (values[place + 1] < values[place]) for place in window[:-1]}
        if steps in ({1}, {-1}):
            # A point between two trends belongs to the later one.
            trend.update({place: "high" if steps == {1} else "low" for place in window})
    for window in windows(len(values), 3):
        if abs(sum(side[place] for place in window)) == 3 and sum(close[place] for place in window) >= 2:
            two.update(place for place in window if close[place])
    way = ["high" if one > 0 else "low" for one in side]
    signals = [
        ("outside", way[place]) if outside[place] else ("trend", trend[place]) if place in trend else ("two-in-three", way[place]) if place in two
        else ("run", way[place]) if place in run else (None, None)
        for place in range(len(values))]
    return mean, lower, upper, signals


@pytest.mark.parametrize("seed", range(24))
def test_a_chart_is_what_the_rules_make_of_it(tmp_path, seed):
    dice = random.Random(seed)
    values, level = [], 0.0
    for _ in range(dice.randint(8, 48)):
        level += dice.choice([0, 0, 0.4, -0.3, 1.5, -1.5]) if seed % 2 else 0
        values.append(round(dice.gauss(level, 1) + (6 if dice.random() < 0.04 else 0), 3))
    for screened in (True, False):
        answer = chart(tmp_path, values, "--json", *([] if screened else ["--unscreened"]))
        assert answer.returncode == 0, answer.stderr
        told = json.loads(answer.stdout)
        mean, lower, upper, signals = expected(values, screened)
        segment = told["segments"][0]
        assert segment["mean"] == pytest.approx(mean, abs=1e-9) and segment["lower"] == pytest.approx(lower, abs=1e-9) and segment["upper"] == pytest.approx(upper, abs=1e-9)
        assert [(point.get("signal"), point.get("way")) for point in told["points"]] == signals
        assert told["trial"] == (len(values) < 12)


def test_a_chart_is_rebased_and_judged_by_words_on_the_line(tmp_path):
    rows = [1, 3] * 6 + [101, 103] * 6
    told = json.loads(chart(tmp_path, rows, "--rebase", "p12", "--target", "50", "--improvement", "decrease", "--json").stdout)
    assert [segment["points"] for segment in told["segments"]] == [12, 12] and told["assurance"] == "failing"
    assert chart(tmp_path, rows).stdout.splitlines()[0].startswith("p0 to p23: mean 52")
    assert not list(tmp_path.glob("*.db*")), "nothing is saved"


def test_what_is_no_run_of_numbers_is_refused(tmp_path):
    for rows, words, sentence in [([1, "x", 3], [], "No column"), ([1, 2], ["--value", "nothing"], "has no column"), ([1, 2], ["--rebase", "p9"], "Nothing is called")]:
        answer = chart(tmp_path, rows, *words)
        assert answer.returncode == 1 and sentence in answer.stderr, answer.stderr
