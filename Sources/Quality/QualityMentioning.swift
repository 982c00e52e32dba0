import Kernel
public import Storage

extension Quality {
    /// Completed checks as the page of the audit tells of them, for those who read all checks.
    public static let mentions = [
        MentionSource("Quality checks", .qualityRead) { subjects, day, session in
            try subjects.flatMap { try session.qualityChecks(of: $0) }.filter { $0.state(on: day) == .completed }.map { facts in
                let (check, sheet) = (facts.check, facts.check.sheet)
                return Mention(
                    day: check.completed ?? check.due, by: facts.reviewer, words: "\(check.reference), \(check.kind.words.lowercased()) check",
                    more: "\(counted(sheet.count(.fail), "criterion", "criteria")) failed, \(sheet.count(.notEvidenced)) not evidenced.", outcome: sheet.grade?.words ?? "",
                    sense: sheet.grade == .good ? .agreed : sheet.grade == .adequate ? .partly : .refused, about: [check.work], address: ["quality", "checks", check.reference.text])
            }
        },
    ]
}
