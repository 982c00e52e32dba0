import Kernel
import People
import Storage

/// Who signs a notice: whoever approved it, with the posts that they held on that day.
struct NoticeSignature: Sendable, Equatable {
    let name: String
    let posts: [String]
    let on: Day
}

extension Session {
    /// Nil while it is not approved.
    func signature(of facts: NoticeFacts) throws -> NoticeSignature? {
        guard let approval = facts.counting.last(where: { $0.kind == .approved || $0.kind == .returned }), approval.kind == .approved else { return nil }
        let parties = Parties(self)
        let name = try parties.person(ofWho: approval.by)
        guard let who = approval.by.split(separator: " ").first.flatMap({ Subject($0) }), who.kind == "person" else { return NoticeSignature(name: name, posts: [], on: approval.on) }
        let acted = try parties.actedFor(by: ID(who.number), on: approval.on)
        // The post by which they may sign, where it is a post’s to sign; else whatever posts they held.
        let signing = try signingAuthorities(on: approval.on).filter { $0.type == facts.notice.type }.map(\.party)
        let posts = try parties.all().filter { $0.kind == .post && acted.contains($0.id) }
        let signs = posts.filter { signing.contains($0.id) }
        return NoticeSignature(name: name, posts: (signs.isEmpty ? posts : signs).map(\.name), on: approval.on)
    }
}
