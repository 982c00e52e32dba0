import Kernel
import Markup
import Premises
import Web

extension AuditFilter {
    init(_ query: AddressQuery) {
        whose = query["whose"].flatMap { $0 == "own" ? $0 : nil }
        state = query["state"].flatMap { word in word == Self.openWord || AuditState(rawValue: word) != nil ? word : nil }
        kind = query["kind"].flatMap(AuditKind.init)
        outcome = query["outcome"].flatMap(AuditOutcome.init)
        result = query["result"].flatMap(AuditResult.init)
        type = query["type"].flatMap(PremisesType.init)
        office = query["office"]
        officer = query["officer"]
        words = query["words"]
        sort = query["sort"]
    }

    func link(_ page: Link) -> Link {
        page.adding("whose", whose).adding("state", state).adding("kind", kind?.rawValue).adding("outcome", outcome?.rawValue).adding("result", result?.rawValue)
            .adding("type", type?.rawValue).adding("office", office).adding("officer", officer).adding("words", words).adding("sort", sort)
    }
}
