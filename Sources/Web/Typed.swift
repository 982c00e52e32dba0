import Hummingbird
import HTTPTypes
import Kernel
import Markup
import Storage
import Synchronization

/// What a person typed into the form that a request brings, kept for as long as the request lasts: when the database
/// can't take it just now, the answer gives it back, to be sent again.
final class Typed: Sendable {
    private let values = Mutex<[String: [String]]>([:])

    func keep(_ new: [String: [String]]) { values.withLock { $0 = new } }

    var fields: [(name: String, value: String)] {
        values.withLock { all in all.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } } }
    }
}

extension PageContext {
    /// A form that sends the same again. Nothing where a password was typed: that is nobody's to keep.
    func sentAgain(_ fields: [(name: String, value: String)]) -> HTML? {
        guard fields.contains(where: { $0.name != "csrf" }), !fields.contains(where: { $0.name.contains("password") }) else { return nil }
        let words = fields.filter { !["csrf", "version"].contains($0.name) && !$0.value.isEmpty }
        return """
            <form class="form" method="post" action="\(here)">\(fields.map { hidden($0.name, $0.value) })\(submit("Send it again"))</form>\
            <details><summary>What you typed</summary>\(words.map { "<p>\($0.value)</p>" as HTML })</details>
            """
    }
}

extension Site {
    /// Reads the form of a request that got no further than the door, because who sent it could not be looked up.
    func readTyped(_ request: Request, _ context: PublicContext, _ problem: any Error) async {
        guard request.method == .post, !context.arrival.wantsJSON, (problem as? StorageFault)?.outage != nil
            || (problem as? Refusal)?.kind == .unavailable else { return }
        _ = try? await Form(request, context)
    }
}
