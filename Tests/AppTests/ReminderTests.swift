@testable import App
import Boards
import Foundation
import Kernel
import Logging
import People
import Plans
import Reviews
import Storage
import TestBrowser
import TestSupport
import Testing

/// Reminders on a whole service, on 15 April 2026.
struct ReminderTests {
    /// An owner with a late action, an approver who is asked, a board that meets in May, a plan that an inspectorate waits for.
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let (people, plans) = (People(), Plans())
            _ = try people.openAccount(NewAccount(name: "O. Owner", email: "owner@northshire.example", roles: [.reader, .owner]), work)
            let plan = try plans.begin(NewPlan(title: "A plan", kind: .improvement, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try plans.add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
            let late = try plans.add(NewAction(text: "Close it, now", owners: ["O. Owner"], due: Day(2026, 4, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            _ = try plans.add(NewAction(text: "Much later", owners: ["O. Owner"], due: Day(2026, 11, 1), since: Day(2026, 4, 1)), to: finding, of: plan, work)
            _ = try plans.askToMove(late, of: plan, NewDateMove(to: Day(2026, 6, 1)!, because: "Later"), work)
            let boards = Boards(naming: naming)
            let board = try boards.begin(NewBoard(name: "Board", oversees: "Risk", since: Day(2026, 1, 1)!), work)
            try boards.seat(NewSeat(party: "O. Owner", from: Day(2026, 1, 1)!), on: board, work)
            try boards.call(NewMeeting(on: Day(2026, 5, 4)!, title: "May meeting", location: "Room 2", startsAt: ClockTime(rawValue: "09:30")), of: board, work)
            let reviews = Reviews(naming: naming)
            let review = try reviews.begin(NewReview(
                title: "Inspection", kind: .inspection, reviewer: "HMICFRS", round: "round-3", scope: "All", commissionedOn: Day(2026, 1, 5)!, reportedOn: Day(2026, 3, 25)!), work)
            try reviews.raise(NewConcern(kind: .causeOfConcern, words: "Culture", issuedOn: Day(2026, 3, 25)!), of: review, work)
        }
    }

    private func kinds(_ world: AppWorld, _ email: String, on day: Day? = nil) async throws -> [Reminder.Kind] {
        let day = day ?? world.clock.clock.today
        return try await world.desk.read { session in
            try Reminders().pressing(for: Accounts(session).actor(Accounts(session).get(email: email)), session, on: day).map(\.kind)
        }
    }

    @Test(arguments: Engine.allCases)
    func `each person is reminded of their own`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            _ = try await world.account("A. Approver", .reader, .approver)
            _ = try await world.account("M. Manager", .reader, .manager)
            _ = try await world.account("R. Reader", .reader)
            #expect(try await kinds(world, "owner@northshire.example") == [.promise, .update, .meeting])
            let later = try await kinds(world, "owner@northshire.example", on: Day(2026, 10, 20)!)
            #expect(Array(later.prefix(2)) == [.promise, .promise])
            #expect(try await kinds(world, AppWorld.email("A. Approver")) == [.asked])
            #expect(try await kinds(world, AppWorld.email("M. Manager")) == [.deadline])
            #expect(try await kinds(world, AppWorld.email("R. Reader")).isEmpty)
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/reminders")
                #expect(page.status == 200 && page.text.contains("There is nothing. Nobody waits for you"))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was given up is nobody's promise any more, and another standing is asked of who decides`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            _ = try await world.account("A. Approver", .reader, .approver)
            try await world.desk.write(by: .operator) { work in
                let (plans, plan) = (Plans(), try work.session.plan("a-plan"))
                try plans.askToOverride(work.session.action("1.1", in: plan), of: plan, NewOverride(colour: .amber, because: "Seen", until: Day(2026, 5, 1)!), work)
            }
            #expect(try await kinds(world, AppWorld.email("A. Approver")) == [.asked, .asked])
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("a-plan")
                try Plans().closeNotImplemented(work.session.action("1.1", in: plan), of: plan, because: "Another service does it", work)
            }
            #expect(try await kinds(world, "owner@northshire.example") == [.meeting])
            #expect(try await kinds(world, AppWorld.email("A. Approver")).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is asked says who, why and until when, and is decided where it is read`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let (plans, plan) = (Plans(), try work.session.plan("a-plan"))
                try plans.askToOverride(work.session.action("1.1", in: plan), of: plan, NewOverride(colour: .amber, because: "<Seen>", until: Day(2026, 5, 1)!), work)
            }
            try await world.browsing(as: "A. Approver", .reader, .approver) { browser in
                for page in ["/", "/work", "/reminders"] {
                    let text = try await browser.get(page).text
                    #expect(Strict.faults(in: text).isEmpty, "\(page)")
                    #expect(text.contains("Operator, on 15 April 2026: Later") || text.contains("operator, on 15 April 2026: Later"), "\(page)")
                    #expect(text.contains("A plan, amber until 1 May 2026, computed red") && text.contains("&lt;Seen&gt;"), "\(page)")
                    #expect(text.contains("/plans/a-plan/actions/1.1#due-day") && text.contains("/plans/a-plan/actions/1.1#standing-set"), "\(page)")
                }
                let action = try await browser.get("/plans/a-plan/actions/1.1").text
                #expect(action.contains("id=\"due-day\"") && action.contains("id=\"standing-set\""))
                #expect(try await browser.post("/plans/a-plan/actions/1.1/moves/1/decision", ["agreed": "yes", "back": "home"]).location == "/")
                #expect(try await browser.post("/plans/a-plan/actions/1.1/overrides/1/decision", ["agreed": "no", "back": "https://evil.example"]).location == "/plans/a-plan/actions/1.1")
                #expect(!(try await browser.get("/").text.contains("Asked of you")))
            }
            #expect(try await world.verbs().suffix(3) == ["agreed another day for the action", "gave the action its new day", "declined another standing of the action"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `home, one's own work and the page of reminders tell the same, and mail on Mondays what anyone may verify`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("a-plan")
                _ = try Plans().complete(work.session.action("1.2", in: plan), of: plan, NewCompletion(on: Day(2026, 4, 14)!), work)
            }
            try await world.browsing(as: "M. Manager", .reader, .manager) { browser in
                for page in ["/", "/work", "/reminders"] {
                    let text = try await browser.get(page).text
                    #expect(text.contains("Submit the plan in answer to: Culture") && text.contains("Done, and waiting to be verified"), "\(page)")
                    #expect(text.contains("/plans/a-plan/actions/1.2#verification") && text.contains("A plan, done on 14 April 2026"), "\(page)")
                }
            }
            #expect(try await kinds(world, AppWorld.email("M. Manager")) == [.deadline, .verification])
            for (day, mailed) in [(Day(2026, 4, 15)!, 1), (Day(2026, 4, 20)!, 2)] {
                let mails = try await world.desk.read { try Reminders().toMail($0, on: day) }
                #expect(mails.first { $0.name == "M. Manager" }?.reminders.count == mailed, "\(day)")
            }
        }
    }

    /// A mailer that keeps what it is given in a folder; it fails while a file says so.
    private func mailer() throws -> (mailer: Sendmail, folder: String) {
        let folder = try TestStore.folder()
        try FileManager.default.createDirectory(atPath: folder + "/mail", withIntermediateDirectories: true)
        let script = folder + "/sendmail"
        try """
            #!/bin/sh
            if [ -e '\(folder)/broken' ]; then echo 'the queue is full' >&2; exit 75; fi
            { echo "$@"; cat; } > "\(folder)/mail/$$"
            """.write(toFile: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        return (Sendmail(command: [script], from: "muster@northshire.example"), folder)
    }

    private func sent(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/mail").map { try String(contentsOfFile: "\(folder)/mail/\($0)", encoding: .utf8) }
    }

    private func desk(_ world: AppWorld, _ mailer: Sendmail?, at: CopySchedule? = CopySchedule(hour: 7, minute: 0)) -> ReminderDesk {
        ReminderDesk(desk: world.desk, plan: ReminderPlan(schedule: at, mailer: mailer), service: "Northshire", address: "https://muster.example",
                     log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test(arguments: Engine.allCases)
    func `two servers send each person one e-mail a day, and none where there is nothing`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            _ = try await world.account("R. Reader", .reader)
            let (mailer, folder) = try mailer()
            world.clock.set(.inBritain(Day(2026, 4, 15)!, hour: 6, minute: 59))
            let (one, other) = (desk(world, mailer), desk(world, mailer))
            try await one.sendIfDue()
            #expect(try sent(folder).isEmpty, "it is not seven yet")
            #expect(try await !one.isSettled(on: Day(2026, 4, 15)!))
            world.clock.set(.inBritain(Day(2026, 4, 15)!, hour: 7))
            async let first: Void = one.sendIfDue()
            async let second: Void = other.sendIfDue()
            _ = try await (first, second)
            try await one.sendIfDue()
            #expect(try await one.isSettled(on: Day(2026, 4, 15)!))
            let mails = try sent(folder)
            #expect(mails.count == 1)
            #expect(mails.first?.hasPrefix("-i -f muster@northshire.example -- owner@northshire.example\n") == true)
            #expect(mails.first?.contains("Subject: 3 things for you, 1 of them late\n") == false, "a comma makes it an encoded word")
            #expect(mails.first?.contains("Close it, now") == true && mails.first?.contains("May meeting") == true)
            #expect(try await one.send(isMeant: false).map(\.outcome) == [.already])
            world.clock.set(.inBritain(Day(2026, 4, 16)!, hour: 7))
            try await other.sendIfDue()
            #expect(try sent(folder).count == 2, "the next day has its own")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a mailer that fails is tried again later, three times, and who wants none gets none`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let (mailer, folder) = try mailer()
            try Data().write(to: URL(fileURLWithPath: folder + "/broken"))
            let own = desk(world, mailer)
            let failed = try await own.send(isMeant: true)
            #expect(failed.map(\.outcome) == [.failed] && failed.first?.sentence?.contains("the queue is full") == true)
            try FileManager.default.removeItem(atPath: folder + "/broken")
            #expect(try await !own.isSettled(on: world.clock.clock.today))
            try await own.sendIfDue()
            #expect(try sent(folder).isEmpty, "the clock waits a quarter of an hour")
            world.clock.set(AppWorld.start.adding(seconds: 900))
            try await own.sendIfDue()
            #expect(try sent(folder).count == 1)
            #expect(try await desk(world, Sendmail(command: ["/no/such/mailer"], from: "a@b.example")).send(isMeant: true).map(\.outcome) == [.already])
            world.clock.set(.inBritain(Day(2026, 4, 16)!, hour: 8))
            try await world.desk.write(by: .operator) { work in
                try Reminders().choose(byMail: false, for: Accounts(work.session).get(email: "owner@northshire.example"), work)
            }
            #expect(try await own.send(isMeant: true).isEmpty)
            #expect(try await refusal { _ = try await desk(world, nil).send(isMeant: true) }?.code == "mail-not-set-up")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a person chooses, and has a calendar at a secret address until it is revoked`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "A. Walker", .reader, .manager) { browser in
                #expect(try await browser.get("/account").text.contains("This service sends no e-mail yet"))
                #expect(try await browser.post("/account/reminders", [:]).location == "/account#reminders")
                #expect(try await browser.get("/account").text.contains("value=\"yes\" checked") == false)
                let made = try await browser.post("/account/calendar")
                #expect(made.status == 201)
                let path = try #require(made.text.firstMatch(of: /\/calendar\/[A-Za-z0-9_-]{43}\.ics/)).output
                #expect(try await browser.post("/account/calendar").status == 409)
                let stranger = Browser(world.muster.site)
                let feed = try await stranger.get(String(path))
                #expect(feed.status == 200 && feed.type == "text/calendar; charset=utf-8")
                #expect(feed.text.contains("SUMMARY:The inspectorate waits: Submit the plan in answer to: Culture\r\n"))
                #expect(try await stranger.get(String(path)).bytes == feed.bytes)
                #expect(try await stranger.get("/calendar/\(String(repeating: "A", count: 43)).ics").status == 404)
                #expect(try await browser.post("/account/calendar/revocation").status == 303)
                #expect(try await stranger.get(String(path)).status == 404)
                let kept: [String?] = try await world.desk.read { try $0.column("SELECT secret_hash FROM calendar_secret") }
                #expect(kept == [nil], "what was revoked is forgotten")
            }
            #expect(try await world.verbs().suffix(3) == ["chose no reminders by e-mail", "made the address of a calendar", "revoked the address of a calendar"])
        }
    }
}
