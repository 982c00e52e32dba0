/// Something that stands between a draft and its approval, with what would put it right.
public struct NoticeObstacle: Sendable, Equatable {
    /// That of the refusal with which an approval is refused for it.
    public let code: String
    /// What is to be done, without the provision.
    let what: String
    /// The provision that asks for it; nil where the service’s own rule does.
    public let provision: String?
    /// The field of the draft in which it is put right; nil where that is done elsewhere.
    public let field: String?

    init(_ code: String, _ what: String, by provision: String? = nil, in field: String? = nil) {
        (self.code, self.what, self.provision, self.field) = (code, what, provision, field)
    }

    /// `State the opinion and the reasons for it: article 30.`
    public var sentence: String { what + (provision.map { ": \($0)." } ?? ".") }
}
