import Documents
import Kernel

/// The findings of the draft: their references and their full wording.
extension PlanReader {
    mutating func fill(_ findings: Findings, _ items: [ListItem]) {
        let wording = FullWording(findings: findings.groups.map { ($0.reference, $0.text) }, items: items)
        let listReferences = wording.matches.values.compactMap(\.item.reference)
        let listIsUsable = Set(listReferences).count == listReferences.count
        let own = findings.groups.compactMap(\.reference)
        var used = Set(own.map { $0.lowercased() })
        if listIsUsable { used.formUnion(zip(findings.groups, findings.groups.indices).compactMap { $0.reference == nil ? wording.matches[$1]?.item.reference?.lowercased() : nil }) }
        var given: Set<String> = []
        var actionReferences: Set<String> = []
        let ownActionReferences = numbering(of: findings)
        for (index, group) in findings.groups.enumerated() {
            let match = wording.matches[index]
            var reference = group.reference ?? (listIsUsable ? match?.item.reference : nil)
            if reference == nil || given.contains(reference?.lowercased() ?? "") {
                var next = index + 1
                while used.contains(String(next)) || given.contains(String(next)) { next += 1 }
                if let reference { draft.notes.append("The reference \(reference) stands on more than one finding; the finding in \(group.location) became \(next).") }
                reference = String(next)
            }
            let name = reference ?? String(index + 1)
            given.insert(name.lowercased())
            var finding = FindingDraft(reference: name, text: group.text)
            finding.section = group.section
            finding.place = group.location
            finding.fullText = group.fullText
            if finding.fullText != nil { finding.matchConfidence = 1 }
            if let match, group.fullText == nil { word(&finding, match, group) }
            if finding.text.isEmpty { finding.text = finding.fullText ?? unnamed(group, name) }
            for row in group.rows {
                guard let action = action(row, in: group, finding: finding, ownReferences: ownActionReferences, used: &actionReferences) else { continue }
                finding.actions.append(action)
            }
            draft.findings.append(finding)
        }
        for item in wording.unmatched {
            let name = item.reference.map { "Item \($0) of the list" } ?? "An item of the list"
            draft.notes.append("\(name), \(item.text.quoted(60)), has no row in the table.")
        }
    }

    mutating func word(_ finding: inout FindingDraft, _ match: FullWording.Match, _ group: Findings.Group) {
        finding.fullText = match.item.text
        finding.matchConfidence = match.confidence
        guard match.isDoubtful else { return }
        let query = Query(
            location: "\(group.location), full wording", code: "full-wording-doubtful", written: group.text, suggestion: match.item.text,
            sentence: "The full wording of this finding may be \(match.item.text.quoted(80)); the two are not much alike.")
        guard let answer = questions.answer(to: query) else { return }
        if Questions.leavesEmpty(answer) || ["no"].contains(answer.lowercased()) {
            finding.fullText = nil
            finding.matchConfidence = nil
        } else if answer.lowercased() != "yes", answer.sameness != match.item.text.sameness {
            finding.fullText = answer
            finding.matchConfidence = 1
        } else { finding.matchConfidence = 1 }
    }

    mutating func unnamed(_ group: Findings.Group, _ reference: String) -> String {
        let query = Query(
            location: group.location, code: "finding-not-named", written: reference,
            sentence: "The finding is given only as \(reference); write what it says.")
        return questions.answer(to: query).flatMap { Questions.leavesEmpty($0) ? nil : $0 } ?? "Finding \(reference)"
    }

    /// Whether the actions' own numbers can be their references: all of them have one and no two the same.
    func numbering(of findings: Findings) -> [String: String] {
        var references: [String: String] = [:], seen: Set<String> = []
        var total = 0, prefixed = 0
        for group in findings.groups {
            for row in group.rows where !row[.action].isEmpty {
                total += 1
                let written = !row[.actionReference].isEmpty ? row[.actionReference] : findings.numbersActions[row.table] ?? false ? row[.reference] : ""
                let read = written.isEmpty ? WrittenReference.prefix(of: row[.action])?.reference : WrittenReference.read(written) ?? WrittenReference.usable(written)
                if written.isEmpty, read != nil { prefixed += 1 }
                if let read, seen.insert(read.lowercased()).inserted { references[row.location] = read }
            }
        }
        // Numbers that start again under each finding, or stand on few, are no references.
        return references.count * 10 >= total * 8 ? references : [:]
    }
}
