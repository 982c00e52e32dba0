"""A year's programme of audits for ten thousand premises and twelve officers, against OR-Tools' CP-SAT on the same model."""

import json
import os
import random
import subprocess
import time

from ortools.linear_solver.python import model_builder

import program
from rows import Row

PREMISES = int(os.environ.get("MUSTER_BENCH_PROGRAMME", "10000"))
OFFICERS = 12
SECONDS = 60
TYPES = ("hospital care-home hmo purpose-built-flats hostel hotel converted-flats other-sleeping further-education public-building "
         "licensed school shop other-public factory office other-workplace").split()
BANDS = [("very-high", 6), ("high", 14), ("medium", 30), ("low", 50)]


def basis():
    """The same year every time: hours for about a third of what is asked for, so that something has to give."""
    dice = random.Random(11)
    def place():
        return {"latitude": round(dice.uniform(52.5, 53.1), 6), "longitude": round(dice.uniform(0.2, 1.6), 6)}
    officers = [{
        "name": f"Officer {number + 1}", "fte": dice.choice(["1.00", "1.00", "0.80", "0.60"]), "away": [dice.randrange(5, 14) for _ in range(4)], "auditPercent": 60,
        "kinds": ["full", "short"] if number < 8 else ["short"], "highestBand": "very-high" if number < 8 else "medium", "base": place()} for number in range(OFFICERS)]
    premises = []
    for number in range(PREMISES):
        band = dice.choices([name for name, _ in BANDS], [weight for _, weight in BANDS])[0]
        premises.append({
            "reference": f"P-{number + 1:05d}", "type": dice.choice(TYPES), "band": band, "kind": "full" if band in ("very-high", "high") and dice.random() < 0.7 else "short",
            "due": f"2026-{dice.randrange(4, 13):02d}-15", "place": place()})
    targets = [{"band": "very-high", "percent": 80}, {"type": "care-home", "percent": 25}, {"type": "hospital", "percent": 25}] + [
        {"band": "high", "quarter": quarter, "least": 60} for quarter in (1, 2, 3, 4)]
    return {"begins": "2026-04-01", "demandPercent": 15, "hours": {"full": "7.50", "short": "3.00"}, "worth": {"very-high": 60, "high": 30, "medium": 10, "low": 3},
            "officers": officers, "premises": premises, "targets": targets}


def planned(file, model, solver):
    """Our command from its start to its end: how long it took and what it said."""
    start = time.perf_counter()
    said = subprocess.run(
        [program.BINARY, "programme", "plan", file, "--seconds", str(SECONDS), "--solver", solver, "--json", *(["--model", model] if model else [])], check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=program.environment(None) | {"HIGHS_LIBRARY": os.environ.get("HIGHS_LIBRARY", "")}).stdout
    return time.perf_counter() - start, json.loads(said)


def beside(model):
    """CP-SAT on the model that our solver was asked, read from the file that the command wrote."""
    builder = model_builder.Model()
    assert builder.import_from_mps_file(str(model))
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(SECONDS)
    start = time.perf_counter()
    status = solver.solve(builder)
    return time.perf_counter() - start, status, solver.objective_value, solver.best_objective_bound


def measure(context):
    folder = context.folder / "programme"
    folder.mkdir()
    file, model = folder / "year.json", folder / "year.mps"
    file.write_text(json.dumps(basis()))
    found = []
    ours = {}
    for solver in ("highs", "cbc"):
        context.progress(f"a year for {PREMISES:,} premises and {OFFICERS} officers by {solver}")
        ours[solver] = planned(file, model, solver)
    context.progress("the same by CP-SAT")
    took, status, cost, bound = beside(model)
    for solver, (seconds, programme) in ours.items():
        found.append(Row(
            f"A year's programme for {PREMISES:,} premises and {OFFICERS} officers by {solver}", seconds * 1000, took * 1000, "ms", seconds / took, "<= 1",
            f"{len(programme['allotted']):,} audits, {'none better' if programme['isBest'] else format(programme['gap'], '.4%') + ' from the best at most'}; cost {programme['cost']:,.0f}, "
            f"CP-SAT {cost:,.0f} ({status.name.lower()}, bound {bound:,.0f})"))
    return found
