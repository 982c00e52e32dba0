import Kernel
import Markup
import People

extension Colour {
    var tone: Tone {
        switch self {
        case .blue: .blue
        case .green: .green
        case .amber: .amber
        case .red: .red
        case .grey: .grey
        }
    }
}

/// The standing as its tag: a shape, a word and a colour.
func tag(_ standing: Standing) -> HTML { tag(standing.label ?? standing.colour.words, standing.colour.tone) }

/// The standing of an action as its tag: one that was set for a while says until when.
func tag(_ item: ActionView) -> HTML {
    guard let set = item.override else { return tag(item.standing) }
    return tag("\(set.colour.words), set until \(set.until)", set.colour.tone)
}

/// How actions stand as shares of a whole, most urgent last, each linking to those of its colour.
func shares(_ shares: [StandingShare], at page: Link? = nil) -> [Share] {
    shares.map { Share($0.count, $0.words, $0.colour.tone, link: page?.adding("standing", $0.colour.rawValue)) }
}

/// Names of the owners, the lead first; says so when there is none.
func names(_ owners: [ID<Party>], _ facts: PlanFacts) -> HTML {
    owners.isEmpty ? quiet("Nobody named") : "\(listed(owners.map(facts.name)))"
}

/// The day in force, and how often it was moved.
func dueWords(_ item: ActionView) -> HTML {
    guard let due = item.due else { return quiet("\(item.action.dueWritten ?? "No day agreed")") }
    let moved: HTML? = item.dueDay.words.map { "<span class=\"why\">\($0.capitalisedFirst).</span>" }
    let asked: HTML? = item.dueDay.open.map { "<span class=\"why\">\($0.to.map { "\($0)" } ?? "") is asked for.</span>" }
    return "\(due)\(moved)\(asked)"
}

/// The computed standing with its reasons, and what the owner says beside it.
func standingCell(_ view: ActionView) -> HTML {
    var owner: [String] = []
    if view.completion == nil {
        if let stated = view.stated { owner.append("says \(stated.rawValue)") }
        if let forecast = view.forecast { owner.append("expects \(forecast)") }
    }
    let said: HTML? = owner.isEmpty ? nil : "<span class=\"why\">Owner \(owner.joined(separator: ", ")).</span>"
    let short = view.override.map { tag("\($0.colour.words), set by hand", $0.colour.tone) } ?? tag(view)
    return "\(short)<span class=\"why\">\(view.standing.why)</span>\(said)"
}
