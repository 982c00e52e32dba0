import Kernel

/// The words of a notice as they are drafted from the record, which an officer may then change.
///
/// Paragraphs are parted by blank lines; one that begins with `# ` is a heading, and lines that begin with `- ` are a list.
struct NoticeWords {
    let facts: NoticeFacts

    private var notice: Notice { facts.notice }

    var text: String { ([opinion, grounds] + demands + [appeal, offence, register]).compactMap(\.self).joined(separator: "\n\n") }

    private var provisions: String {
        notice.articles.isEmpty ? "the Order" : "\(notice.articles.count == 1 ? "article" : "articles") \(listed(notice.articles)) of the Order"
    }

    private var opinion: String {
        let order = "the Regulatory Reform (Fire Safety) Order 2005 (“the Order”)"
        switch notice.type {
        case .alterations:
            return "# Opinion\n\nThis notice is served under article 29 of \(order). The authority is of the opinion that the premises constitute a serious risk to relevant persons, or may do so if a change is made to them or to the use to which they are put."
        case .enforcement:
            return "# Opinion\n\nThis notice is served under article 30 of \(order). The authority is of the opinion that you have failed to comply with \(provisions)."
        case .prohibition:
            return "# Opinion\n\nThis notice is served under article 31 of \(order). The authority is of the opinion that the use of the premises involves, or will involve, a risk to relevant persons so serious that their use ought to be prohibited or restricted."
        }
    }

    private var grounds: String? { notice.grounds.map { "# Grounds\n\n\($0)" } }

    private var demands: [String] {
        switch notice.type {
        case .alterations:
            return ["# What you must do\n\nBefore you make any of these changes, where it may significantly increase the risk, you must notify the authority: a change to the premises; to the services, fittings or equipment in or on them; an increase in the quantities of dangerous substances; a change of use. The schedule says what more is asked for."]
        case .enforcement:
            let by = notice.complyBy.map { " by \($0)" } ?? ""
            let choice = notice.steps.contains { $0.ways.count > 1 } ? " Where the schedule names several ways to do something, any of them will do." : ""
            return ["# What you must do\n\nTake the steps in the schedule\(by).\(choice)"]
        case .prohibition:
            let from = notice.isImmediate ? "at once, as the authority is of the opinion that the risk of serious personal injury is or will be imminent"
                : notice.effective.map { "on \($0)" } ?? "on the day it states"
            return ["# What is prohibited or restricted\n\nThe use described in the schedule is prohibited or restricted until the matters stated have been remedied. This notice takes effect \(from)."]
        }
    }

    private var appeal: String {
        let effect = notice.type.isSuspendedByAppeal ? "An appeal suspends this notice until it is disposed of or withdrawn."
            : "An appeal does not suspend this notice unless the court directs that it does, and then from the direction."
        return "# Your right to appeal\n\nYou may appeal to the magistrates’ court within 21 days from the day on which this notice is served on you: article 35. The court may cancel it or affirm it, with or without modifications. \(effect)"
    }

    private var offence: String {
        switch notice.type {
        case .alterations: "# Offences\n\nIt is an offence to fail to notify as this notice requires: article 32."
        case .enforcement: "# Offences\n\nIt is an offence to fail to comply with an enforcement notice: article 32."
        case .prohibition: "# Offences\n\nIt is an offence to fail to comply with a prohibition or restriction imposed by this notice: article 32."
        }
    }

    private var register: String? {
        guard !notice.isForWorkersOnly else { return nil }
        return "# The public register\n\nParticulars of this notice will be entered in a register that is open to the public: section 1 of the Environment and Safety Information Act 1988. If you think that an entry would disclose a trade secret or a secret process, tell the authority in writing within 14 days following service: section 4."
    }
}
