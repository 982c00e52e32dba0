public import Kernel

/// What a person enters to draft a notice or to edit the draft.
public struct NewNotice: Sendable, Equatable {
    public var articles: [String]
    public var steps: [NoticeStep]
    public var recipients: [NoticeRecipient]
    public var substance: String?
    public var grounds: String?
    public var altersPremises: Bool
    public var isForWorkersOnly: Bool
    public var isImmediate: Bool
    public var effective: Day?
    public var complyBy: Day?
    public var text: String?

    public init(
        articles: [String] = [], steps: [NoticeStep] = [], recipients: [NoticeRecipient] = [], substance: String? = nil, grounds: String? = nil,
        altersPremises: Bool = false, isForWorkersOnly: Bool = false, isImmediate: Bool = false, effective: Day? = nil, complyBy: Day? = nil, text: String? = nil
    ) {
        (self.articles, self.steps, self.recipients, self.substance, self.grounds) = (articles, steps, recipients, substance, grounds)
        (self.altersPremises, self.isForWorkersOnly, self.isImmediate) = (altersPremises, isForWorkersOnly, isImmediate)
        (self.effective, self.complyBy, self.text) = (effective, complyBy, text)
    }

    /// - Parameter day: on which the articles it names must have stood.
    public init(reading fields: inout Fields, of type: NoticeType, on day: Day) {
        articles = fields.articles("articles", on: day)
        steps = fields.lines("steps").compactMap { NoticeStep(written: $0) }
        recipients = (fields.lines("recipients") + fields.lines("recipient")).compactMap { NoticeRecipient(written: $0) }
        substance = fields.optionalText("substance", "Substance for the public", atMost: 4000)
        grounds = fields.optionalText("grounds", "Grounds", atMost: 20_000)
        (altersPremises, isForWorkersOnly, isImmediate) = (fields.isOn("alters"), fields.isOn("workers"), fields.isOn("immediate"))
        effective = fields.optionalDay("effective", "Takes effect on")
        complyBy = fields.optionalDay("comply-by", "To be done by")
        text = fields.optionalText("text", "The words of the notice", atMost: 100_000)
        for wrong in amiss(type) { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// What can't stand in a notice of the type.
    func amiss(_ type: NoticeType) -> [Refusal.Field] {
        var wrong: [Refusal.Field] = []
        if type == .alterations, complyBy != nil {
            wrong.append(.init("comply-by", "An alterations notice has no day by which it is complied with: article 29."))
        }
        if type == .prohibition, complyBy != nil {
            wrong.append(.init("comply-by", "A prohibition notice holds until the matters are remedied, so it has no such day: article 31."))
        }
        if type != .prohibition, isImmediate || effective != nil {
            wrong.append(.init("effective", "Only a prohibition notice says when it takes effect: article 31."))
        }
        if isImmediate, effective != nil {
            wrong.append(.init("effective", "It takes effect either at once or on a later day, not both: article 31."))
        }
        if Set(recipients.map(\.key)).count < recipients.count { wrong.append(.init("recipients", "Name each person it is served on once.")) }
        return wrong
    }
}
