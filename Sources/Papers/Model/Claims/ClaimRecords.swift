import Kernel

/// What claims are held against: the records of what they speak of, each looked up by what it counts or names.
///
/// What owners said may be thousands of texts, so it is walked through once for all claims together, byte by byte, and only
/// what names a thing that is claimed is read.
struct ClaimRecords: Sendable {
    let tellings: [Telling]
    /// By the last word of what they count.
    private let counts: [String: [Telling.Count]]
    private var milestones: [String: [Telling.Mention]] = [:]
    private var sayings: [String: [Saying]] = [:]
    /// What was said outside the paper's time, and was not read yet.
    private var earlier: [String: [Telling.Mention]] = [:]
    private var actions: [Telling.Place: Set<String>] = [:]
    private var evidence: [Telling.Place: [Telling.Mention]] = [:]
    private var places: [Subject: Telling.Place] = [:]
    private var items: [Telling.Place: Telling.Item] = [:]

    /// Under this the sums of money stand among what counts something.
    static let money = "£"

    /// - Parameter claims: those that will be asked about.
    init(_ tellings: [Telling], of claims: [Claim] = []) {
        self.tellings = tellings
        counts = Dictionary(grouping: tellings.flatMap(\.counts)) { $0.noun.split(separator: " ").last.map(String.init) ?? "" }
        guard !claims.isEmpty else { return }
        let words = WordFinder(Set(claims.flatMap { $0.isMoney ? [ClaimRecords.money] : $0.heads }))
        for telling in tellings {
            for item in telling.items { (places[item.subject], items[item.address]) = (item.address, item) }
            for mention in telling.mentions {
                switch mention.kind {
                case .shown: evidence[mention.address, default: []].append(mention)
                case .said:
                    let found = words.found(in: mention.words).many
                    guard !found.isEmpty else { continue }
                    places[mention.subject] = mention.address
                    guard isCurrent(mention) else {
                        for noun in found { earlier[noun, default: []].append(mention) }
                        continue
                    }
                    for saying in Saying.all(in: mention) { for noun in found where saying.counts(noun) { sayings[noun, default: []].append(saying) } }
                case .open, .happened:
                    guard mention.noun == "milestone" else { continue }
                    places[mention.subject] = mention.address
                    for found in words.found(in: mention.words).one { milestones[found, default: []].append(mention) }
                }
            }
        }
        for (place, item) in items { actions[place] = ClaimWords.stems(ClaimWords.all(item.words)) }
        sayings = sayings.mapValues { $0.stablySorted { -($0.mention.day?.number ?? 0) } }
    }

    /// How often the records count such a thing, under any of their names for it.
    func counts(of noun: String) -> [Telling.Count] { counts[noun] ?? [] }

    /// What the records count in a word for how it stands: `6 late` leaves out what is late.
    func noun(calledBy quality: String) -> String? { tellings.lazy.flatMap(\.counts).first { $0.qualities.contains(quality) }?.noun }

    /// Milestones whose words name one such thing.
    func milestones(naming noun: String) -> [Telling.Mention] { milestones[noun] ?? [] }

    /// What was said in the paper's time that counts such a thing, the latest first.
    func said(of noun: String) -> [Saying] { sayings[noun] ?? [] }

    /// The latest of what was said at other times.
    func saidEarlier(of noun: String) -> [Saying] {
        (earlier[noun] ?? []).stablySorted { -($0.day?.number ?? 0) }.prefix(ClaimRecords.mostEarlier).flatMap(Saying.all).filter { $0.counts(noun) }
    }

    private static let mostEarlier = 20

    /// What the action tells that something belongs to, by its stems.
    func context(of mention: Telling.Mention) -> Set<String> { actions[mention.address] ?? [] }

    /// Whether it was said between the two days, or stands until it is said otherwise.
    func isCurrent(_ mention: Telling.Mention) -> Bool {
        guard mention.noun == "update" || mention.noun == "completion", let day = mention.day, let telling = tellings.first else { return true }
        return day > telling.from && day <= telling.to
    }

    // MARK: Evidence

    /// Each piece that shows something of what records belong to, and at the end those that nothing shows.
    func evidence(for records: [Subject]) -> [Telling.Line] {
        var seen: Set<Telling.Place> = []
        let actions = records.compactMap { places[$0] }.filter { seen.insert($0).inserted }
        guard !actions.isEmpty else { return [] }
        let pieces = actions.flatMap { place in evidence[place].map { pieces in pieces.map { (place, $0) } } ?? [] }
        let shown = pieces.prefix(ClaimRecords.mostPieces).map { place, piece in
            let reference = items[place]?.reference ?? ""
            return Telling.Line(
                "Evidence for \(reference): \(piece.words)\(piece.day.map { ", last looked at on \($0)" } ?? "").", isPoint: true, behind: [piece.subject],
                cites: [Telling.Cite(reference, place)])
        }
        let more = pieces.count > shown.count ? [Telling.Line("\(pieces.count - shown.count) more pieces of evidence.", isPoint: true)] : []
        let bare = actions.filter { evidence[$0] == nil }.compactMap { items[$0]?.reference }
        let none = bare.isEmpty ? [] : [Telling.Line(
            "No evidence: \(listed(Array(bare.prefix(12)) + (bare.count > 12 ? ["\(bare.count - 12) more"] : []))).", isPoint: true,
            cites: actions.filter { evidence[$0] == nil }.prefix(12).compactMap { place in items[place].map { Telling.Cite($0.reference, place) } })]
        return shown + more + none
    }

    private static let mostPieces = 8
}

/// A number in something that was said, with what its sentence tells.
struct Saying {
    let mention: Telling.Mention
    let claim: Claim
    /// By their stems.
    let words: Set<String>

    func counts(_ noun: String) -> Bool { noun == ClaimRecords.money ? claim.isMoney : !claim.isMoney && claim.heads.contains(noun) }

    static func all(in mention: Telling.Mention) -> [Saying] {
        ClaimWords.sentences(mention.words).flatMap { sentence -> [Saying] in
            let claims = Claim.all(in: sentence)
            guard !claims.isEmpty else { return [] }
            let words = ClaimWords.stems(ClaimWords.all(sentence))
            return claims.map { Saying(mention: mention, claim: $0, words: words) }
        }
    }
}

/// Looks for words in many texts, without making words of what is not looked for.
private struct WordFinder {
    private let words: Set<String>
    private let beginnings: Set<UInt16>
    private let wantsMoney: Bool

    init(_ words: Set<String>) {
        self.words = words
        wantsMoney = words.contains(ClaimRecords.money)
        beginnings = Set(words.compactMap { word in
            let bytes = Array(word.utf8.prefix(2))
            return bytes.count == 2 ? WordFinder.beginning(bytes[0], bytes[1]) : nil
        })
    }

    private static func beginning(_ first: UInt8, _ second: UInt8) -> UInt16 { UInt16(first | 0x20) << 8 | UInt16(second | 0x20) }

    /// The words that stand in a text as they are, and those that stand there as one or many.
    func found(in text: String) -> (one: Set<String>, many: Set<String>) {
        var (one, many): (Set<String>, Set<String>) = ([], [])
        var (place, before): (Int, UInt8) = (0, 0)
        let bytes = text.utf8
        var here = bytes.startIndex
        while here < bytes.endIndex {
            let byte = bytes[here]
            if wantsMoney, byte == 0xA3, before == 0xC2 { many.insert(ClaimRecords.money) }
            before = byte
            guard byte.isLetter else {
                here = bytes.index(after: here)
                continue
            }
            let start = here
            var second: UInt8 = 0
            place = 0
            repeat {
                if place == 1 { second = bytes[here] }
                before = bytes[here]
                place += 1
                here = bytes.index(after: here)
            } while here < bytes.endIndex && bytes[here].isLetter
            guard place >= 2, beginnings.contains(WordFinder.beginning(byte, second)) else { continue }
            let word = text[start..<here].lowercased()
            if words.contains(word) { one.insert(word) }
            let single = ClaimWords.one(word)
            if words.contains(single) { many.insert(single) } else if words.contains(word) { many.insert(word) }
        }
        return (one, many)
    }
}
