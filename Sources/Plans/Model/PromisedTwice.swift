import Kernel

/// Actions that may promise one deliverable: they are worded nearly alike, or each promises, say, a communications plan.
struct PromisedTwice {
    /// Each in the plan's order, with why they may be one.
    let groups: [(actions: [Action], why: String)]

    /// From this likeness on two wordings are shown as perhaps one deliverable.
    static let likely = 0.75

    init(_ actions: [Action]) {
        let alike = PromisedTwice.alike(actions).map { group -> (actions: [Action], why: String) in
            let texts = group.prefix(2).map { "“\($0.text.prefix(120))”" }
            return (group, "promise nearly the same: \(texts.joined(separator: " and "))")
        }
        let known = Set(alike.map { $0.actions.map(\.id) })
        let named = Deliverable.promised(by: actions).filter { !known.contains($0.actions.map(\.id)) }
        groups = alike + named.map { ($0.actions, "each promise \($0.deliverable.words)") }
    }

    /// Each action is held against the first of every group, so a plan that says one thing five hundred times is looked through as
    /// quickly as any other.
    private static func alike(_ actions: [Action]) -> [[Action]] {
        let words = actions.map { Similarity.words($0.text) }
        let sets = words.map(Set.init)
        let similarity = Similarity(words)
        var groups: [[Int]] = []
        for index in actions.indices {
            let found = groups.firstIndex { group in
                let first = group[0]
                let common = sets[first].intersection(sets[index]).count
                return common > 0 && common * 2 >= min(sets[first].count, sets[index].count) && similarity.likeness(words[first], words[index]) >= likely
            }
            if let found { groups[found].append(index) } else { groups.append([index]) }
        }
        return groups.filter { $0.count > 1 }.map { $0.map { actions[$0] } }
    }
}

/// A document that an action promises by its name: a communications plan.
struct Deliverable: Hashable {
    private let name: String
    private let noun: String

    var words: String { "“\(name) \(noun)”" }

    private static let nouns: Set = ["plan", "policy", "strategy", "report", "register", "framework", "procedure", "protocol", "rota", "guide", "toolkit", "charter"]
    /// What is pointed to so is there already, and is not promised.
    private static let pointers: Set = ["the", "this", "that", "our", "its", "their", "each", "every", "current", "existing"]
    private static let short = ["comm": "communication", "comms": "communication", "qa": "quality assurance"]

    /// Those that more than one action promises, with the actions, in the plan's order.
    static func promised(by actions: [Action]) -> [(deliverable: Deliverable, actions: [Action])] {
        var found: [Deliverable: [Action]] = [:]
        var order: [Deliverable] = []
        for action in actions {
            for deliverable in named(in: action.text) {
                if found[deliverable] == nil { order.append(deliverable) }
                found[deliverable, default: []].append(action)
            }
        }
        return order.compactMap { one in found[one].flatMap { $0.count > 1 ? (one, $0) : nil } }
    }

    /// Each once, as it comes.
    static func named(in text: String) -> [Deliverable] {
        let words = Similarity.words(text)
        var found: [Deliverable] = []
        for index in words.indices.dropFirst() where nouns.contains(words[index]) {
            let before = words[..<index].suffix(3)
            guard let name = before.last, !Similarity.isSmall(name), !pointers.contains(name), !before.contains(where: pointers.contains) else { continue }
            let one = Deliverable(name: short[name] ?? name, noun: words[index])
            if !found.contains(one) { found.append(one) }
        }
        return found
    }
}
