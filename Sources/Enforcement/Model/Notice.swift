public import Kernel

/// A formal notice as it is drafted and served. What happens to it is told by `NoticeEvent`s; where it stands is a `NoticeView`.
public struct Notice: Codable, Equatable, Sendable {
    public let id: ID<Notice>
    public var version: Int
    /// `N-2026-0012`, made when it is drafted and never given to another.
    public let reference: Reference
    public let enforcementCase: ID<EnforcementCase>
    public let type: NoticeType
    /// Codes of the articles that it names as breached, in the order of the Order.
    public var articles: [String]
    /// What is to be done. Of an alterations notice: what is to be told before it is done.
    public var steps: [NoticeStep]
    /// Whom it is served on.
    public var recipients: [NoticeRecipient]
    /// The substance of it in words written for the public, apart from anything found.
    public var substance: String?
    /// The grounds for the service's opinion, as the notice itself states them to whom it is served on.
    public var grounds: String?
    /// Whether what it asks for alters the premises, so that others are consulted first: article 30.
    public var altersPremises: Bool
    /// Whether it protects persons at work alone, so that it has no place in the public register.
    public var isForWorkersOnly: Bool
    /// Of a prohibition notice: whether it takes effect at once, as the risk is or will be imminent. Otherwise it does on `effective`.
    public var isImmediate: Bool
    /// The day on which a prohibition notice that is not immediate takes effect.
    public var effective: Day?
    /// The last day for what an enforcement notice asks for; nil for the others.
    public var complyBy: Day?
    /// The words of the notice where an officer has changed those that are drafted from the record; nil for those.
    public var text: String?
    public let drafted: Day
    /// Who drafted it: `person/3`.
    public let by: String

    public init(
        id: ID<Notice>, version: Int = 1, reference: Reference, enforcementCase: ID<EnforcementCase>, type: NoticeType, _ new: NewNotice, drafted: Day, by: String
    ) {
        (self.id, self.version, self.reference, self.enforcementCase, self.type) = (id, version, reference, enforcementCase, type)
        (articles, steps, recipients, substance, grounds) = (new.articles, new.steps, new.recipients, new.substance, new.grounds)
        (altersPremises, isForWorkersOnly, isImmediate) = (new.altersPremises, new.isForWorkersOnly, new.isImmediate)
        (effective, complyBy, text) = (new.effective, new.complyBy, new.text)
        (self.drafted, self.by) = (drafted, by)
    }

    /// The same with what a person entered in place of what it said.
    func saying(_ new: NewNotice) -> Notice {
        Notice(id: id, version: version, reference: reference, enforcementCase: enforcementCase, type: type, new, drafted: drafted, by: by)
    }

    /// What it holds now, under the names of its form.
    public var entries: [String: [String]] {
        var entries = [
            "type": type.rawValue, "articles": articles.joined(separator: ", "), "steps": steps.map(\.written).joined(separator: "\n"),
            "recipients": recipients.map(\.written).joined(separator: "\n"), "substance": substance ?? "", "grounds": grounds ?? "",
            "effective": effective?.iso ?? "", "comply-by": complyBy?.iso ?? "", "text": text ?? "",
        ].mapValues { [$0] }
        for (name, isSo) in [("alters", altersPremises), ("workers", isForWorkersOnly), ("immediate", isImmediate)] { entries[name] = isSo ? ["yes"] : [""] }
        return entries
    }
}
