"""What a measure gives: rows of the table that the runner prints and the README shows."""

import dataclasses
import re


@dataclasses.dataclass
class Row:
    """One figure of ours, beside one of something else where there is one.

    `aim` is a comparison: of the ratio where there is one, of our figure otherwise: ">= 0.33", "<= 100". Empty: no aim.
    """

    name: str
    ours: float
    theirs: float | None
    unit: str
    ratio: float | None = None
    aim: str = ""
    note: str = ""

    def met(self):
        """Whether the aim was met; None where there is none."""
        if not self.aim:
            return None
        relation, limit = re.fullmatch(r"(>=|<=) *([\d.]+)", self.aim).groups()
        value = self.ours if self.ratio is None else self.ratio
        return value >= float(limit) if relation == ">=" else value <= float(limit)

    def cells(self):
        met = {None: "", True: "met", False: "missed"}[self.met()]
        aim = self.aim.replace(">=", "at least").replace("<=", "at most")
        theirs = "" if self.theirs is None else figure(self.theirs)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return [self.name, f"{figure(self.ours)} {self.unit}".strip(), theirs, ratio, f"{aim}: {met}" if aim else "", self.note]


HEADING = ["Measure", "Muster", "Beside it", "Ratio", "Aim", "Note"]


def figure(value):
    """Three digits that mean something, no more."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
