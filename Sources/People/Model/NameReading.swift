/// What a name on somebody else's document most likely stands for. A guess, to be corrected by a person.
extension PartyKind {
    /// A rank or title before a surname is a person; a name of a job is a post; anything else is a team.
    ///
    /// `AM Brook` and `R. Okafor` are persons, `Head of Protection` and `GM Protection` posts, `Corporate Comms` a team.
    public static func guessed(from name: String) -> PartyKind {
        let words = name.split { $0.isWhitespace || $0 == "/" }.map { String($0) }
        let plain = words.map { Party.key($0) }
        guard let first = plain.first, words.count > 1 else {
            return jobs.contains(plain.first ?? "") || ranks.contains(plain.first ?? "") ? .post : .team
        }
        let rest = Array(plain.dropFirst())
        let restNamesWork = rest.contains { functions.contains($0) || jobs.contains($0) || $0 == "of" || $0 == "for" }
        if titles.contains(first) { return .person }
        if ranks.contains(first) { return restNamesWork || name.contains(",") ? .post : .person }
        if grades.contains(first), first != "chief", rest.first == "manager" || rest.first == "commander" {
            let after = rest.dropFirst()
            let namesWork = after.contains { functions.contains($0) || jobs.contains($0) || $0 == "of" || $0 == "for" }
            return after.isEmpty || after.count > 2 || namesWork || name.contains(",") ? .post : .person
        }
        if plain.contains(where: jobs.contains) { return .post }
        if first.count == 1, rest.count <= 2, rest.allSatisfy({ $0.count > 1 || rest.count == 2 }), !restNamesWork { return .person }
        return .team
    }

    private static let titles: Set = ["mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "sir", "dame", "prof"]

    private static let ranks: Set = [
        "cfo", "dcfo", "acfo", "aco", "dco", "am", "gm", "sm", "wm", "cm", "ff", "gc", "sc", "wc", "cc", "ac",
    ]

    private static let grades: Set = ["area", "group", "station", "watch", "crew", "chief"]

    private static let jobs: Set = [
        "manager", "head", "director", "officer", "lead", "chief", "commander", "adviser", "advisor", "coordinator",
        "secretary", "chair", "commissioner", "inspector", "auditor", "engineer", "analyst", "superintendent",
        "cfo", "dcfo", "acfo",
    ]

    private static let functions: Set = [
        "protection", "prevention", "response", "operations", "training", "hr", "people", "ict", "it", "finance",
        "communications", "comms", "control", "fleet", "estates", "performance", "assurance", "safety", "enforcement",
        "resilience", "policy", "risk", "culture", "development", "corporate", "community", "fire", "technical",
    ]
}
