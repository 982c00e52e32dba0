import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import People
import Storage
import Web

/// The page of one's reminders, the choices about them, and the calendar that is fetched by its secret address.
struct ReminderPages: Sendable {
    let desk: Desk
    let plan: ReminderPlan
    let reminders = Reminders()

    static let link = Link("reminders")

    static func navigation(for visit: Visit?) -> [NavigationItem] { visit == nil ? [] : [NavigationItem("Reminders", link)] }

    func hang(on routes: SiteRoutes) {
        reading(routes.members)
        choosing(routes.members)
        routes.everyone.get("calendar/{token}.ics") { request, context in try await calendar(request, context) }
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("reminders") { _, context in
            let (actor, day, on, today) = (context.actor, context.day, context.on, context.today)
            let found = try await desk.read { session in try reminders.pressing(for: actor, session, on: day) }
            return context.page(RemindersPage(reminders: found, on: on, today: today, csrf: context.csrf).page)
        }
    }

    private func choosing(_ members: Routes<MemberContext>) {
        members.post("account/reminders") { request, context in
            let form = try await Form(request, context)
            let byMail = form.fields.isOn("by-mail")
            try await desk.write(by: context.actor) { work in
                try reminders.choose(byMail: byMail, for: Accounts(work.session).get(ID(context.visit.account)), work)
            }
            return context.seeOther(Link("account").at("reminders"), saying: byMail ? "Reminders come by e-mail." : "Reminders come by e-mail no more.")
        }
        members.post("account/calendar") { request, context in
            _ = try await Form(request, context)
            let made = try await desk.write(by: context.actor) { work in
                try reminders.makeFeed(of: Accounts(work.session).get(ID(context.visit.account)), work)
            }
            return context.page(NewCalendarPage(secret: made.secret, address: context.house.address).page, status: .created)
        }
        members.post("account/calendar/revocation") { request, context in
            _ = try await Form(request, context)
            try await desk.write(by: context.actor) { work in
                _ = try reminders.revokeFeed(of: Accounts(work.session).get(ID(context.visit.account)), work)
            }
            return context.seeOther(Link("account").at("reminders"), saying: "The calendar’s address is revoked.")
        }
    }

    /// Anybody who knows the address reads it, as a calendar program can do no more than ask for it.
    private func calendar(_ request: Request, _ context: PublicContext) async throws -> Response {
        let (secret, day, house) = (try context.part("token"), context.today, context.house)
        let bytes = try await desk.read { session -> [UInt8] in
            guard let account = try reminders.account(bySecret: secret, on: day, session) else { throw Refusal.calendarNotHere }
            return try reminders.calendar(of: account, service: house.name, address: house.address, session, on: day).bytes
        }
        let tag = "\"\(Hash(of: bytes))\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
        if request.headers[.ifNoneMatch]?.contains(tag) == true { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "text/calendar; charset=utf-8"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What one's own account's page says of reminders.
    func ownCard(_ context: MemberContext, _ session: Session) throws -> HTML {
        let account: ID<Account> = ID(context.visit.account)
        return OwnRemindersCard(
            isByMail: try reminders.isByMail(account, session), feed: try reminders.feed(of: account, session), plan: plan, csrf: context.csrf).card
    }
}

extension Refusal {
    static let calendarNotHere = Refusal.missing("calendar-not-there", "There is no calendar at this address. It may have been revoked, or cut short.")
}
