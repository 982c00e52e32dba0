/// The headings that a paper has where its board wants no others.
///
/// What only a person can say stands as a place for it, since the same sentence in every paper says nothing of any.
enum FoundingTemplate {
    static let reference = "board-report"
    static let title = "Report to a board"

    static let text = """
        # Recommendations {recommendations}

        # Background {background}

        # Updates {updates}

        # Benefits and risk implications
        To be written by the author: the benefits so far, and any risk beyond what is told above.

        # Financial implications {financial}

        # Equality and diversity implications
        To be written by the author: what this means for equality and diversity, or that it was looked at and means nothing.

        # Workforce engagement {workforce}
        To be written by the author: who of the workforce was asked or told, and what they said.

        # Legal implications
        To be written by the author: what this means in law, or who found that it means nothing.

        # Appendix {full-plan}
        """
}
