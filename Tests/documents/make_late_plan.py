"""Makes the action plan that ClosingGateTests reads: ten promises of which seven are for days after the plan's own end, 31 March 2021.

    .venv/bin/python Tests/documents/make_late_plan.py

The days, and the faults in how they are written, are those of the peer-review plan that Muster was begun for; the words are not.
"""
import pathlib

from make_documents import document, settled, table

OUT = pathlib.Path(__file__).parent / "late-plan.docx"

ROWS = [
    ("Recommendation", "Actions", "Owner", "Delivery Date"),
    ("Show how businesses hear what is expected of them", "Write to every business about the new guidance.", "AM Ashdown/Media team", "31/05/2021"),
    ("Show who answers at night", "Spread the officers of the rota over the week.", "GM Birch", "31/05/2021"),
    ("", "Give the day officers a turn on call.", "GM Cedar", "28/02/2021"),
    ("Say in the strategy whether there are enough people", "Count the posts again in the yearly review.", "AM Ashdown", "31//12/2021"),
    ("Set a figure for visits", "Put a figure for visits into the monthly report.", "AM Ashdown", "01/04/2021"),
    ("Tie protection to the plan for staff", "Take the new structure into the plan for staff.", "AM Ashdown", "31/07/2021"),
    ("Show how finished visits are sampled", "Make sampling a part of each officer’s month.", "GM Cedar", "31/03/2021"),
    ("", "Keep a list of what was found and what came of it.", "AM Ashdown", "31/05/2021"),
    ("State the purpose of notices", "Rewrite the policy on notices.", "AM Ashdown", "28/02/2021"),
    ("Show that businesses are sought out", "Meet the traders of each town once a year.", "AM Ashdown Media team", "31/05/2021"),
]


def main():
    made = document("Protection peer review")
    made.add_paragraph("What the reviewers asked for, and what will be done about it by 31 March 2021.")
    table(made, ROWS)
    made.save(OUT)
    settled(OUT)


if __name__ == "__main__":
    main()
