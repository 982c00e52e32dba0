public import Kernel
import Premises

extension Notice {
    /// What it still lacks before it can be approved.
    public var lacks: [NoticeObstacle] {
        var lacks: [NoticeObstacle] = []
        func need(_ isThere: Bool, _ field: String, _ what: String, by provision: String? = nil) {
            if !isThere { lacks.append(NoticeObstacle("notice-incomplete", what, by: provision ?? "article \(type.article)", in: field)) }
        }
        need(!recipients.isEmpty, "recipients", "Name at least one person to serve it on")
        need(grounds != nil, "grounds", "State the opinion and the reasons for it")
        need(substance != nil, "substance", "Write its substance for the public register", by: "Environment and Safety Information Act 1988, section 1(2)")
        if type == .enforcement {
            need(!articles.isEmpty, "articles", "Name the provisions that were not complied with")
            need(!steps.isEmpty, "steps", "Say what is to be done")
            need(complyBy != nil, "comply-by", "Give the day by which it is to be done")
        }
        if type == .prohibition { need(isImmediate || effective != nil, "effective", "Give the day on which it takes effect, or say that it does at once") }
        return lacks
    }
}

extension NoticeFacts {
    /// What stands between a draft and its approval on a day: what it lacks, what its case lacks, and that for which its service would be refused.
    ///
    /// A prohibition is urgent. Of its case it asks for a finding and the rationale, which are written down in a minute, and it waits for nobody’s answer.
    public func obstacles(on day: Day, practice: EnforcementPractice = .usual) -> [NoticeObstacle] {
        var obstacles = notice.lacks + ungrounded(on: day)
        if notice.type != .prohibition, let missing = consultationMissing(on: day) { obstacles.append(missing) }
        if notice.type == .enforcement, let complyBy = notice.complyBy {
            let least = day.adding(days: practice.leastDays)
            if complyBy < least {
                obstacles.append(NoticeObstacle(
                    "period-too-short", "It asks to be complied with by \(complyBy), and served on \(day) it may ask for nothing before \(least), \(counted(practice.leastDays, "day")) later. Change its last day",
                    by: "article 30", in: "comply-by"))
            }
        }
        if notice.type == .prohibition, !notice.isImmediate, let effective = notice.effective, effective < day {
            obstacles.append(NoticeObstacle("effect-passed", "It takes effect on \(effective), which has passed. Give a later day, or say that it takes effect at once", by: "article 31", in: "effective"))
        }
        return obstacles
    }

    /// What it does not rest on in its case.
    private func ungrounded(on day: Day) -> [NoticeObstacle] {
        let own = enforcementCase.reference
        let found = Set(findings.filter { $0.struck == nil && $0.on <= day }.map(\.article))
        var missing: [NoticeObstacle] = []
        if found.isEmpty {
            missing.append(NoticeObstacle("finding-missing", "Record in \(own) what was found at the premises, against its article"))
        } else {
            missing += notice.articles.filter { !found.contains($0) }.map { article in
                NoticeObstacle(
                    "article-without-finding", "It names article \(article), and nothing was found against that in \(own). Record the finding, or leave the article out",
                    by: notice.type == .enforcement ? "article 30" : nil, in: "articles")
            }
        }
        if !isReasoned { missing.append(NoticeObstacle("rationale-missing", "Record the rationale in \(own): how risk, gap and circumstances lead to this notice")) }
        return missing
    }

    /// Who was consulted by a day, by kind.
    func consulted(by day: Day) -> Set<NoticeEvent.Consultee> { Set(counting.filter { $0.kind == .consulted && $0.on <= day }.compactMap(\.consultee)) }

    /// Whoever must be consulted or told before it is served and was not by a day; nil where nobody is left.
    func consultationMissing(on day: Day) -> NoticeObstacle? {
        let consulted = consulted(by: day)
        return switch notice.type {
        case .enforcement where notice.altersPremises && consulted.isDisjoint(with: Set(NoticeEvent.Consultee.allCases).subtracting([.housingAuthority])):
            NoticeObstacle("consultation-missing", "What it asks for would alter the premises, so the authorities concerned are consulted before it is served, and none was", by: "article 30")
        case .prohibition where premises.type == .hmo && !consulted.contains(.housingAuthority):
            NoticeObstacle("consultation-missing", "The premises are a house in multiple occupation, so the local housing authority is told before it is served, and was not", by: "article 31")
        default: nil
        }
    }
}
