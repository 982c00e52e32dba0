/// The headings that a paper has where its board wants no others.
enum FoundingTemplate {
    static let reference = "board-report"
    static let title = "Report to a board"

    static let text = """
        # Recommendations {recommendations}

        # Background {background}

        # Updates {updates}

        # Benefits and risk implications
        What is late or at risk in a plan is set out above, with the reason and the day now expected. There are no other risks to report.

        # Financial implications {financial}

        # Equality and diversity implications
        This report has no equality or diversity implications of its own.

        # Workforce engagement {workforce}
        Those who own the actions gave the accounts on which this report rests.

        # Legal implications
        This report has no legal implications of its own.

        # Appendix {full-plan}
        """
}
