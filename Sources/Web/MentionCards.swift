public import Kernel
public import Markup
public import Storage

extension Mention.Sense {
    public var tone: Tone {
        switch self {
        case .told: .blue
        case .agreed: .green
        case .partly: .amber
        case .refused: .red
        case .idle: .grey
        }
    }
}

/// What others say of the thing that a page shows, a card for each kind of them; nothing where nobody says anything.
///
/// - Parameter names: what the things are called that are spoken of, where a page asked about several.
public func mentionCards(_ groups: [MentionGroup], for viewer: some Looking, names: [Subject: String] = [:]) -> HTML {
    groups.map { MentionCard(group: $0, viewer: viewer, names: names).card }.joined()
}

private struct MentionCard<Viewer: Looking> {
    /// More than so many stand behind a summary, as a plan of some years has dozens.
    private static var most: Int { 5 }

    let group: MentionGroup
    let viewer: Viewer
    let names: [Subject: String]

    var card: HTML {
        let (first, rest) = (group.mentions.prefix(Self.most), group.mentions.dropFirst(Self.most))
        let more: HTML? = rest.isEmpty ? nil : disclosure("\(rest.count) earlier", rows(rest))
        return Markup.card(group.title, id: "said-\(group.title.lowercased())", "\(rows(first))\(more)")
    }

    private var columns: [Column] {
        [Column("Day", .day), Column("By"), Column("Outcome"), Column("What it says", .wide)] + (names.isEmpty ? [] : [Column("About")])
    }

    private func rows(_ mentions: ArraySlice<Mention>) -> HTML {
        table(columns: columns, rows: mentions.map { mention in
            let cells: [HTML] = [
                "\(mention.day)", "\(mention.by)", tag(mention.outcome, mention.sense.tone),
                "<a href=\"\(viewer.link(Link(parts: mention.address)))\">\(mention.words)</a>\(mention.more.map { small("\($0)") })",
            ]
            return names.isEmpty ? cells : cells + ["\(listed(mention.about.compactMap { names[$0] }))"]
        })
    }
}
