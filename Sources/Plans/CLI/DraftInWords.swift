import Kernel

/// A draft as plain text, for a terminal.
struct DraftInWords {
    let draft: PlanDraft

    var text: String {
        var lines = [draft.title ?? "No title found"]
        for finding in draft.findings {
            lines += ["", "\(finding.reference)  \(finding.text)"]
            for action in finding.actions {
                lines.append("  \(action.reference)  \(action.text)")
                lines.append("       \(action.owners.isEmpty ? "nobody named" : listed(action.owners)); due \(action.due.map(\.description) ?? "not read: “\(action.dueWritten)”")\(action.statedStatus.map { "; status \($0)" } ?? "")")
            }
        }
        if !draft.queries.isEmpty { lines += ["", "To answer:"] }
        for (index, query) in draft.queries.enumerated() {
            lines.append("  \(index + 1)  \(query.location): \(query.sentence)\(query.suggestion.map { " Suggestion: \($0)." } ?? "")")
        }
        if !draft.notes.isEmpty { lines += ["", "Notes:"] + draft.notes.map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }
}
