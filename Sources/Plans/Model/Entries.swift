import Kernel

/// What records hold now, under the names of their forms: a change says what is new, and the rest stays.
extension Plan {
    /// - Parameter sponsor: the name of its sponsor.
    func entries(sponsor: String?) -> [String: [String]] {
        ["title": title, "from": period.from.iso, "through": period.through.iso, "kind": kind.rawValue, "source": source ?? "",
         "sponsor": sponsor ?? "", "rules": rules.rawValue, "reference": reference.text].mapValues { [$0] }
    }
}

extension Finding {
    var entries: [String: [String]] {
        ["text": text, "full-text": fullText ?? "", "kind": kind.rawValue, "since": since.iso, "reference": reference.text].mapValues { [$0] }
    }
}

extension NewAction {
    /// What is sent of an action, over what it holds. A list of owners takes the place of lead and joint owners, and words
    /// that stand instead of a day that of the day.
    static func fields(_ sent: Fields, over held: [String: [String]]) -> Fields {
        var held = held
        if sent.wasSent("owners") { (held["lead"], held["joint"]) = (nil, nil) }
        if sent.isOn("due-written"), !sent.wasSent("due") { held["due"] = nil }
        return Fields(sent, over: held)
    }
}

extension Action {
    /// - Parameters:
    ///   - owners: their names, the lead's first.
    ///   - due: the day in force.
    func entries(owners: [String], due: Day?) -> [String: [String]] {
        var entries = ["text": text, "lead": owners.first ?? "", "due": due?.iso ?? "", "correction": "", "due-written": dueWritten ?? "",
                       "success-measure": successMeasure ?? "", "since": since.iso, "reference": reference.text].mapValues { [$0] }
        entries["joint"] = Array(owners.dropFirst())
        return entries
    }
}
