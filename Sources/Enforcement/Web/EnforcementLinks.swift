import Kernel
public import Markup

/// Every address that cases and notices have.
public enum EnforcementLinks {
    public static let list = Link("enforcement")
    public static let cases = Link("enforcement", "cases")
    public static let newCase = Link("enforcement", "cases", "new")
    static let signing = Link("enforcement", "signing")

    static func noticeExport(_ format: String) -> Link { Link("enforcement", "notices", "export", format) }
    static func caseExport(_ format: String) -> Link { Link("enforcement", "cases", "export", format) }
    static func end(_ authority: SigningAuthority) -> Link { Link("enforcement", "signing", authority.id, "end") }
    public static func enforcementCase(_ one: EnforcementCase) -> Link { Link("enforcement", "cases", one.reference) }
    static func enforcementCase(_ one: EnforcementCase, _ part: String) -> Link { Link("enforcement", "cases", one.reference, part) }
    static func finding(_ finding: CaseFinding, _ one: EnforcementCase) -> Link { Link("enforcement", "cases", one.reference, "findings", finding.id, "retraction") }
    static func outcome(_ outcome: CaseOutcome, _ one: EnforcementCase) -> Link { Link("enforcement", "cases", one.reference, "outcomes", outcome.id, "result") }
    public static func notice(_ notice: Notice) -> Link { Link("enforcement", "notices", notice.reference) }
    static func notice(_ notice: Notice, _ part: String) -> Link { Link("enforcement", "notices", notice.reference, part) }
    static func notice(_ notice: Notice, _ part: String, _ format: String) -> Link { Link("enforcement", "notices", notice.reference, part, format) }
    static func event(_ event: NoticeEvent, _ notice: Notice) -> Link { Link("enforcement", "notices", notice.reference, "events", event.id, "retraction") }
    static func file(_ notice: Notice, _ format: String) -> Link { Link("enforcement", "notices", notice.reference, "files", format) }
}
