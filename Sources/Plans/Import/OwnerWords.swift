/// What the words of an owner's name are: a rank, a post, a team, a team's subject or a person.
enum OwnerWords {
    /// Ranks and titles that stand before a surname, the longer first.
    private static let ranks: [[String]] = [
        "assistant chief fire officer", "deputy chief fire officer", "deputy assistant chief fire officer", "chief fire officer",
        "assistant chief officer", "deputy chief officer", "assistant chief executive", "chief executive", "chief officer",
        "deputy assistant commissioner", "assistant commissioner", "deputy commissioner", "borough commander", "area commander",
        "group commander", "station commander", "watch commander", "crew commander", "area manager", "group manager", "station manager",
        "watch manager", "crew manager", "fire fighter", "firefighter", "councillor", "professor",
        "acfo", "dcfo", "dacfo", "cfo", "aco", "dco", "ace", "am", "gm", "sm", "wm", "cm", "ff", "ac", "dac", "bc", "gc", "sc", "wc", "cc", "cfoe",
        "mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "prof", "sir", "dame", "rev", "revd", "lt", "cdr", "insp", "supt", "sgt",
    ].map { $0.split(separator: " ").map(String.init) }

    /// By their first word, and by all their words written as one.
    private static let ranksByOpening: [String: [[String]]] = ranks.reduce(into: [:]) { found, rank in
        found[rank[0], default: []].append(rank)
        if rank.count > 1 { found[rank.joined(), default: []].append(rank) }
    }

    static let roles: Set = [
        "manager", "managers", "head", "heads", "director", "directors", "officer", "officers", "lead", "leads", "chief", "commander",
        "coordinator", "ordinator", "advisor", "adviser", "advisors", "advisers", "secretary", "chair", "chairman", "clerk", "treasurer",
        "inspector", "inspectors", "instructor", "analyst", "accountant", "solicitor", "commissioner", "supervisor", "administrator",
        "deputy", "assistant", "executive", "holder", "specialist", "engineer", "trainer", "consultant", "controller", "principal", "managing",
    ]
    static let collectives: Set = [
        "team", "teams", "board", "committee", "group", "department", "dept", "directorate", "panel", "unit", "forum", "council",
        "authority", "service", "services", "section", "function", "office", "programme", "project", "branch", "hub", "command", "watch",
        "station", "network", "partnership", "staff", "working", "party", "meeting",
    ]
    /// What teams of a fire and rescue service are about.
    static let subjects: Set = [
        "prevention", "protection", "response", "operations", "operational", "ops", "training", "finance", "financial", "estates", "estate",
        "fleet", "hr", "ict", "it", "od", "comms", "communications", "communication", "people", "culture", "performance", "resources",
        "planning", "policy", "risk", "resilience", "health", "safety", "wellbeing", "welfare", "learning", "development", "assurance",
        "governance", "legal", "procurement", "digital", "data", "information", "equality", "diversity", "inclusion", "community",
        "communities", "engagement", "control", "technical", "equipment", "workforce", "property", "facilities", "corporate", "strategy",
        "strategic", "standards", "research", "emergency", "media", "marketing", "business", "continuity", "change", "transformation",
        "improvement", "quality", "audit", "inspection", "fire", "enforcement", "intelligence", "innovation", "projects", "programmes",
        "organisational", "human", "occupational", "recruitment", "payroll", "pensions", "stores", "workshops", "supplies", "engineering",
        "transport", "vehicles", "water", "hazardous", "materials", "hazmat", "usar", "national", "regional", "partnerships", "youth",
        "volunteers", "safeguarding", "ethics", "values", "leadership", "talent", "rewards", "reward", "environment", "sustainability",
        "asset", "assets", "management", "support", "delivery", "collaboration", "democratic", "members", "insurance", "central",
        "compliance", "investigation", "investigations", "building", "regulation", "regulations", "delivering", "internal", "external",
        "public", "affairs", "web", "systems", "technology", "mobilising", "call", "on", "wholetime", "retained", "district", "area",
        "north", "south", "east", "west", "customer", "knowledge", "evaluation", "monitoring", "insight", "analytics", "gis", "hq",
        "headquarters", "slt", "elt", "smt", "emt", "cmt", "sct", "smb", "nfcc", "fbu", "unison", "edi", "ppe", "hs", "pmo", "academy",
        "academies", "competence", "competency", "competencies", "professional", "statutory", "events", "incident", "incidents", "exercise",
        "capability", "capabilities", "maintenance", "infrastructure", "secretariat", "administration", "admin", "all", "p", "r", "h", "l", "d",
    ]
    /// Subjects that name no team without another word after them.
    static let openers: Set = [
        "corporate", "operational", "organisational", "occupational", "technical", "human", "strategic", "internal", "external", "public",
        "democratic", "emergency", "professional", "community", "business", "fire", "service", "learning", "information",
    ]
    /// Subjects that services commonly put together in one team.
    private static let pairs: Set = [
        "health and safety", "learning and development", "performance and resources", "policy and performance", "performance and policy",
        "prevention and protection", "protection and prevention", "estates and facilities", "property and facilities", "people and culture", "culture and people",
        "risk and resilience", "operations and resilience", "command and control", "fleet and equipment", "fleet and engineering",
        "fleet and workshops", "fleet and transport", "fleet and estates", "estates and fleet", "finance and procurement", "finance and resources", "planning and performance",
        "performance and planning", "governance and assurance", "data and digital", "digital and data", "equality and diversity", "diversity and inclusion",
        "equality and inclusion", "research and development", "training and development", "training and assurance", "recruitment and selection",
        "people and development", "people and od", "hr and people", "people and organisational development", "hr and learning and development", "media and communications",
        "communications and engagement", "comms and engagement", "comms and marketing", "communications and marketing", "strategy and performance", "strategy and planning", "policy and planning", "policy and strategy", "strategy and policy",
        "risk and assurance", "audit and governance", "governance and audit", "legal and democratic services", "legal and democratic", "safety and wellbeing",
        "health and wellbeing", "health safety and wellbeing", "equality diversity and inclusion", "inclusion and diversity",
        "operational policy and assurance", "response and resilience", "planning and resilience", "community safety and engagement", "values and ethics", "values and culture",
        "information and technology", "information and communications technology", "data and intelligence", "data and insight",
        "performance and improvement", "performance and assurance", "assurance and performance", "quality and assurance", "stores and supplies", "operations and training", "learning and organisational development",
        "people and learning", "people and inclusion", "people and values", "people and wellbeing", "terms and conditions", "pay and conditions",
        "procurement and supplies", "service improvement and assurance", "planning and improvement", "improvement and assurance", "p and p", "l and d", "h and s", "r and d",
        "prevention protection and response", "prevention and community safety", "corporate communications and engagement", "environment and sustainability", "policy and assurance",
    ]

    /// How many words at the start are a rank or title; `A/GM`, `T/SM` and “Temporary” count with it.
    static func rankLength(_ words: [Substring]) -> Int {
        guard let first = words.first else { return 0 }
        let opening = plain(first)
        var start = 0
        if ["temporary", "temp", "acting", "a", "t"].contains(opening), words.count > 1 { start = 1 }
        // No rank has more words than six with “Acting” before it.
        var lowered = words.prefix(6).map(plain)
        for prefix in ["a/", "t/", "(t)", "(a)"] where first.lowercased().hasPrefix(prefix) { lowered[0] = plain(first.dropFirst(prefix.count)) }
        for rank in ranksByOpening[lowered[start]] ?? [] {
            if lowered[start...].starts(with: rank) { return start + rank.count }
            if rank.count > 1, lowered[start] == rank.joined() { return start + 1 }
        }
        return 0
    }

    static func plain(_ word: some StringProtocol) -> String { word.lowercased().filter { $0.isLetter || $0.isNumber } }

    enum Kind { case person, rank, role, team, subject, name, other }

    static func kind(_ text: String) -> Kind {
        let words = text.split(whereSeparator: { $0.isWhitespace || "(),".contains($0) })
        let plainWords = text.plainWords.filter { !["and", "of", "the", "for", "to", "or", "in"].contains($0) }
        guard !plainWords.isEmpty else { return .other }
        let rank = rankLength(words)
        if rank > 0 {
            let rest = words.dropFirst(rank)
            if rest.isEmpty { return .rank }
            let restWords = rest.flatMap(\.plainWords)
            return restWords.allSatisfy { subjects.contains($0) || ["and", "of", "for", "the"].contains($0) || collectives.contains($0) || roles.contains($0) }
                ? .role : .person
        }
        if plainWords.contains(where: roles.contains) { return .role }
        if let last = plainWords.last, collectives.contains(last) { return .team }
        if plainWords.allSatisfy(subjects.contains) || plainWords.contains(where: { subjects.contains($0) && $0.count > 2 }) { return .subject }
        let capitals = words.allSatisfy { $0.first?.isUppercase ?? false }
        return capitals && (1...4).contains(words.count) ? .name : .other
    }

    static func isCommonPair(_ words: [String]) -> Bool { pairs.contains(words.joined(separator: " ")) }

    /// Names that stand for nobody yet.
    static func namesNobody(_ text: String) -> Bool { nobodies.contains(text.sameness) }

    private static let nobodies: Set = ["", "tbc", "tba", "tbd", "na", "n a", "none", "vacant", "unassigned", "to be confirmed", "to be agreed", "to be allocated",
                "to be determined", "to be decided", "to be appointed", "to be assigned", "not assigned", "nil", "x", "unknown", "not known", "owner tbc", "new post", "vacancy"]
}
