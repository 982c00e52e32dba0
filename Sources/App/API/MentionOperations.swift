import Kernel
import People
import Storage
import Web

/// What all slices say of one thing.
enum MentionOperations {
    static let listMentions: Web.Operation = .listing(
        "listMentions", "mentions", "What was said of a thing by a day: decisions, documents and whatever else speaks of it, as far as the token's scopes go",
        .token, takes: [.needed("about", .text(atMost: 100), "What is spoken of, as the journal names it: plan/1."), .day],
        of: MentionPayload.schema, refuses: ["subject-not-understood"]
    ) { call, session in
        try MentionPolicy.reads.check(call.actor)
        let subject = try Subject(written: call.query["about"] ?? "", like: "plan/1")
        let groups = try mentions(for: call.actor).about([subject], on: call.day, hearing: call.visit?.scopes, session)
        let names = try naming.names(of: [subject], session)
        let told = groups.flatMap { group in group.mentions.map { MentionPayload($0, in: group, names) } }
        return try call.page(told, by: { "\($0.kind) \($0.page)" }) { $0 }
    }
}
