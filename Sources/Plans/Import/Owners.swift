import Kernel

/// Who one cell names, and what is doubtful about it.
struct OwnerReading: Equatable {
    var names: [String] = []
    /// The kind of doubt, nil where there is none.
    var code: String?
    var suggestion: [String]?
    var reason = ""
}

/// The owners of a document: each read beside the others, each person and team with one spelling.
struct Owners {
    /// How often each spelling of a name stands in the document, by what the spellings share.
    private var spellings: [String: [(spelling: String, count: Int)]] = [:]

    /// What the names of the document share with their other spellings.
    private var known: Set<String> = []

    private var readings: [String: OwnerReading] = [:]

    /// Nobody's names fill more: a longer cell is left to a person.
    static let mostCharacters = 500

    /// - Parameter cells: every owner cell of the document, in order.
    init(_ cells: [String]) {
        var times: [String: Int] = [:], inOrder: [String] = []
        // A cell that a page cut is read when the whole names are known.
        for cell in cells where !cell.contains(Owners.pageBreak) {
            if times[cell] == nil { inOrder.append(cell) }
            times[cell, default: 0] += 1
        }
        var pieces: [(name: String, count: Int)] = []
        for cell in inOrder {
            let reading = Owners.split(cell, known: [])
            if reading.code == nil { pieces += reading.names.map { ($0, times[cell] ?? 1) } }
        }
        let known = Set(pieces.map(\.name.ownerKey))
        for (name, count) in pieces where Owners.knownStart(of: name, known) == nil {
            // Names run together are none; a team whose words are teams too stands more than once.
            if let chain = Owners.chain(name, of: known), Owners.isProof(chain) || count == 1 { continue }
            note(name, count)
        }
        self.known = Set(spellings.keys)
    }

    private mutating func note(_ name: String, _ count: Int) {
        let key = name.ownerKey
        var list = spellings[key] ?? []
        if let at = list.firstIndex(where: { $0.spelling == name }) { list[at].count += count } else { list.append((name, count)) }
        spellings[key] = list
    }

    /// The one spelling of a name: the commonest, and of several as common the first.
    func canonical(_ name: String) -> String {
        guard let list = spellings[name.ownerKey], let most = list.map(\.count).max() else { return name }
        return list.first { $0.count == most }?.spelling ?? name
    }

    mutating func read(_ text: String) -> OwnerReading {
        if let reading = readings[text] { return reading }
        let reading = fresh(text)
        readings[text] = reading
        return reading
    }

    private func fresh(_ text: String) -> OwnerReading {
        var reading = text.contains(Owners.pageBreak) ? Owners.torn(text, known: known) : Owners.split(text, known: known)
        func tidy(_ names: [String]) -> [String] {
            names.map(canonical).reduce(into: []) { all, name in if !all.contains(where: { $0.ownerKey == name.ownerKey }) { all.append(name) } }
        }
        reading.names = tidy(reading.names)
        reading.suggestion = reading.suggestion.map(tidy)
        return reading
    }
}

extension StringProtocol {
    /// What the spellings of one owner share.
    var ownerKey: String { plainWords.joined(separator: " ") }

    var isAcronym: Bool { (2...5).contains(count) && allSatisfy { $0.isUppercase || $0 == "&" } }

    /// On one line, without loose marks at its ends; a bracket keeps its pair.
    var tidied: String {
        var text = Substring(oneLine)
        while let first = text.first, first.isWhitespace || ".,;:-–•*".contains(first) { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || ".,;:-–*".contains(last) { text = text.dropLast() }
        for joint in ["and ", "& "] where text.lowercased().hasPrefix(joint) { text = text.dropFirst(joint.count) }
        for joint in [" and", " &"] where text.lowercased().hasSuffix(joint) { text = text.dropLast(joint.count) }
        return String(text)
    }
}
