import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import TestBrowser

@testable import Web

/// A small house with one of everything that the web face does, for tests to knock at.
struct TestHouse {
    static let morning = Moment.inBritain(Day(number: 18_701), hour: 9)
    static let okafor = Visit(
        account: 7, person: 3, name: "R. Okafor", actor: Actor(person: 3, name: "R. Okafor", roles: [.manager]),
        csrf: "token-of-this-visit", signIn: 12)

    /// Lets in whoever brings `good`.
    struct OneKey: Doorkeeper {
        func visit(token: String, at moment: Moment) async throws -> Visit? {
            if token == "broken" { throw Broken(secret: "the password is swordfish") }
            return token == "good" ? okafor : nil
        }

        func visit(ofProgram token: String, at moment: Moment) async throws -> Visit? {
            guard token == "of-a-program" else { return nil }
            return Visit(
                account: 7, person: 3, name: "R. Okafor", actor: okafor.actor, csrf: "", signIn: 0, scopes: [Scope("things:read")])
        }
    }

    struct Broken: Error { let secret: String }

    static func site(address: String = "http://localhost", trustsProxy: Bool = false) -> Site {
        let house = House(
            name: "Northshire Fire and Rescue", address: address, version: "0.1", trustsProxy: trustsProxy,
            navigation: { visit, _ in visit == nil ? [] : [NavigationItem("Plans", Link("plans"), count: "3")] })
        return Site(house: house, doorkeeper: OneKey(), clock: .fixed(morning)) { routes in
            everyone(routes.everyone)
            members(routes.members)
        }
    }

    private static func everyone(_ everyone: Routes<PublicContext>) {
        everyone.get("sign-in") { _, context in context.page(Page(title: "Sign in", isBare: true, body: lead("Sign in"))) }
        everyone.post("sign-in") { request, context in
            let form = try await Form(request, context)
            var answer = context.seeOther(next: form.fields.written("next"))
            context.beginVisit("good", for: 3600, on: &answer)
            return answer
        }
        everyone.get("address") { _, context in try context.json(["client": context.client]) }
        everyone.get("broken") { _, _ in throw Broken(secret: "the password is swordfish") }
        everyone.get("wait") { _, _ in throw Refusal("tried-too-often", .tooMany, "Wait 30 seconds.", wait: 30) }
        everyone.get("first/:token") { _, context in context.page(Page(title: "Welcome", body: lead("Welcome"))) }
    }

    private static func members(_ members: Routes<MemberContext>) {
        members.get("plans") { _, context in
            context.page(Page(title: "Plans", body: "<p>\(context.actor.name), \(context.day.iso), \(context.query["owner"] ?? "anyone")</p>"))
        }
        members.get("plans/:plan") { _, context in
            let part = try context.part("plan")
            return context.page(Page(title: "Plan", crumbs: [("Plans", Link("plans"))], body: "<p>part [\(part)]</p>"))
        }
        members.get("plans/:plan/file") { _, context in
            context.download(Array("a,b\r\n".utf8), name: "Plán “A”\r\n\"x\".csv", type: "text/csv; charset=utf-8")
        }
        members.get("plans/:plan/actions/:action") { _, context in
            let (plan, action) = (try context.reference("plan"), try context.id("action", of: Site.self))
            return try context.json(["plan": plan.text, "action": "\(action)"])
        }
        members.post("plans") { request, context in
            let form = try await Form(request, context, filesUpTo: 2 << 20)
            return try await context.trying {
                var fields = form.fields
                let title = fields.text("title", "Title")
                try fields.finish()
                _ = try form.file("f")
                let files = form.files.map { "\($0.field)=\($0.name):\($0.type):\($0.bytes.count)" }
                return context.seeOther(Link("plans"), saying: "“\(title)” was added. \(files.joined(separator: " "))")
            } orShowing: { refusal in
                Page(title: "New plan", body: errorSummary(refusal) + field("title", "Title", value: form.fields.written("title"), error: (refusal as Refusal?).about("title")))
            }
        }
        members.post("sign-out") { request, context in
            _ = try await Form(request, context)
            var answer = context.seeOther(Link("sign-in"), saying: "You are signed out.")
            context.endVisit(on: &answer)
            return answer
        }
        members.delete("plans/:plan") { _, context in throw Refusal.conflict("plan-changed", "The plan was changed meanwhile.") }
    }
}

/// What came back, easy to ask.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    subscript(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    var cookies: [String] { headers[values: .setCookie] }
}

/// Knocks once.
func knock(
    _ method: HTTPRequest.Method = .get, _ path: String, signedIn: Bool = true, headers: [String: String] = [:],
    body: [UInt8]? = nil, at site: Site = TestHouse.site()
) async throws -> Answer {
    var fields = HTTPFields()
    if signedIn { fields[.cookie] = site.house.isSecure ? "__Host-muster=good" : "muster=good" }
    for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
    let reply = try await site.ask(method, path, fields, body: body)
    return Answer(status: reply.status, headers: reply.headers, text: reply.text)
}

/// Sends a form as a page of ours would.
func send(_ path: String, _ form: String, signedIn: Bool = true, headers: [String: String] = [:], at site: Site = TestHouse.site()) async throws -> Answer {
    try await knock(
        .post, path, signedIn: signedIn,
        headers: ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"].merging(headers) { $1 },
        body: Array(form.utf8), at: site)
}

let token = "csrf=token-of-this-visit"
