import Kernel
public import Markup
public import Web

/// Reminders as cards, one for each kind: the same on their own page, at home and among one's own work.
public struct ReminderCards {
    /// Where one comes back to when something was decided there.
    public enum Place: String, CaseIterable, Sendable {
        case home, work, reminders

        public var link: Link { self == .home ? Link() : Link(rawValue) }
    }

    let reminders: [Reminder]
    let viewer: any Looking
    let token: String
    let place: Place
    let limit: Int?

    /// - Parameters:
    ///   - token: what a form carries that is sent from here.
    ///   - limit: how many of a kind are shown; the rest are on the page of reminders.
    public init(_ reminders: [Reminder], viewer: any Looking, token: String, at place: Place, atMost limit: Int? = nil) {
        self.reminders = reminders
        self.viewer = viewer
        self.token = token
        self.place = place
        self.limit = limit
    }

    public var html: HTML {
        let groups = Dictionary(grouping: reminders, by: \.kind)
        return Reminder.Kind.allCases.compactMap { kind in groups[kind].map { group(kind, $0) } }.joined()
    }

    private func group(_ kind: Reminder.Kind, _ found: [Reminder]) -> HTML {
        let shown = Array(found.prefix(limit ?? found.count))
        let (hasDays, hasDeeds) = (shown.contains { $0.day != nil }, viewer.isToday && shown.contains { !$0.deeds.isEmpty })
        let more: HTML? = found.count > shown.count
            ? small("<a href=\"\(viewer.link(Place.reminders.link).at(kind.rawValue))\">All \(found.count)</a>") : nil
        return card(kind.words, id: kind.rawValue, "\(table(columns: columns(hasDays, hasDeeds), rows: shown.map { row($0, hasDays, hasDeeds) }))\(more)")
    }

    private func columns(_ hasDays: Bool, _ hasDeeds: Bool) -> [Column] {
        [Column("What", .wide), Column("Of", .wide)] + (hasDays ? [Column("When", .wide)] : []) + (hasDeeds ? [Column("")] : [])
    }

    private func row(_ one: Reminder, _ hasDays: Bool, _ hasDeeds: Bool) -> [HTML] {
        let because: HTML? = one.because.map { "<span class=\"why\">\($0)</span>" }
        return ["<a href=\"\(viewer.link(ReminderLink(one).link))\">\(one.words)</a>\(because)", one.of.map { "\($0)" } ?? quiet("Not given")]
            + (hasDays ? [when(one)] : []) + (hasDeeds ? [deeds(one)] : [])
    }

    private func when(_ one: Reminder) -> HTML {
        guard let words = ReminderWords(one, on: viewer.day).when else { return quiet("No day") }
        return one.isLate(on: viewer.day) ? tag("Late", .red, why: "\(words).") : "\(words)"
    }

    private func deeds(_ one: Reminder) -> HTML {
        buttons(one.deeds.enumerated().map { index, deed -> HTML in
            let link = Link(parts: deed.address)
            guard let sent = deed.sent else { return button(deed.words, to: link, quiet: true) }
            return postButton(deed.words, to: link, token: token, quiet: index > 0, "\(hidden(sent.name, sent.value))\(hidden("back", place.rawValue))")
        }.joined())
    }
}
