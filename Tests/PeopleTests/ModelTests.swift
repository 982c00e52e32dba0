import Kernel
@testable import People
import Testing

@Suite struct `names` {
    @Test(arguments: [
        ("AM Brook", "am  brook"), ("A.M. Brook", "AM Brook"), ("Corporate comms.", "Corporate Comms"),
        ("Prevention & Protection", "Prevention and Protection"), ("Head of Protection", "HEAD OF PROTECTION"),
    ]) func `are one when only case, dots and spaces differ`(a: String, b: String) {
        #expect(Party.key(a) == Party.key(b))
    }

    @Test func `of two persons stay two`() { #expect(Party.key("AM Brook") != Party.key("GM Brook")) }

    @Test(arguments: [
        ("AM Brook", PartyKind.person), ("GM Dale", .person), ("Group Manager Brook", .person), ("Cllr Jane Orme", .person),
        ("R. Okafor", .person), ("Group Manager, Protection", .post), ("GM Protection", .post), ("Head of Protection", .post),
        ("Director of People", .post), ("Deputy Chief Fire Officer", .post), ("Area Manager for Response", .post), ("DCFO", .post),
        ("Corporate Communications", .team), ("Corporate comms.", .team), ("Fire Protection", .team), ("ICT", .team),
    ]) func `tell by their words whether they are a person, a post or a team`(name: String, kind: PartyKind) {
        #expect(PartyKind.guessed(from: name) == kind)
    }
}

@Suite struct `a password` {
    @Test(arguments: [
        "short one", "password1234", "Passw0rd!!!!", "aaaaaaaaaaaa", "123456789012", "qwertyuiop12", "firefighter1!", "brookbrook",
        "letmeinletmein", String(repeating: "long ", count: 26), "Welcome123456",
    ]) func `that is short, endless or common is refused`(password: String) {
        #expect(PasswordRule.objection(to: password, email: "brook@example.org") != nil)
    }

    @Test(arguments: ["seven quiet herons", "correct donkey battery lamp", "kZ8!vq2#pLw4", "ünïcödé wörds", "839201748502", "firewatch at the pier"])
    func `needs nothing but length`(password: String) {
        #expect(PasswordRule.objection(to: password, email: "brook@example.org") == nil)
    }

    @Test func `is not the e-mail nor its name`() {
        #expect(PasswordRule.objection(to: "Jane.Brook@example.org", email: "jane.brook@example.org") != nil)
        #expect(PasswordRule.objection(to: "janebrook1234", email: "jane.brook@example.org") != nil)
    }
}

@Suite struct `an account's roles` {
    private let account = Account(id: ID(1), person: ID(1), email: " Jo@Example.org", roles: [.manager, .reader, .manager])

    @Test func `stand in order, each once`() { #expect(account.roles == [.reader, .manager]) }

    @Test func `change in words`() {
        #expect(account.verb(forHaving: [.reader, .manager, .approver]) == "gave the account the role approver")
        #expect(account.verb(forHaving: [.reader]) == "took the role manager from the account")
        #expect(account.verb(forHaving: [.owner, .approver])
            == "gave the account the roles owner and approver and took away the roles reader and manager")
    }

    @Test func `are found by an e-mail in any case`() { #expect(account.emailKey == "jo@example.org") }
}

@Suite struct `the policy` {
    @Test(arguments: Role.allCases) func `lets each role do what its sentence says`(role: Role) {
        let actor = Actor(person: 1, name: "Somebody", roles: [role])
        #expect(PeoplePolicy.seesParties.allows(actor))
        #expect(PeoplePolicy.namesParties.allows(actor) == [.manager, .administrator].contains(role))
        #expect(PeoplePolicy.keepsParties.allows(actor) == [.manager, .administrator].contains(role))
        #expect(PeoplePolicy.keepsAccounts.allows(actor) == (role == .administrator))
    }

    @Test func `lets the operator do everything and nobody nothing`() {
        let nobody = Actor(person: 1, name: "Nobody", roles: [])
        #expect([PeoplePolicy.seesParties, PeoplePolicy.namesParties, PeoplePolicy.keepsParties, PeoplePolicy.keepsAccounts].allSatisfy { $0.allows(.operator) && !$0.allows(nobody) })
    }

    @Test func `refuses in its own words`() {
        #expect(throws: Refusal.forbidden("not-allowed", "An administrator keeps accounts and roles.")) {
            try PeoplePolicy.keepsAccounts.check(Actor(person: 1, name: "A reader", roles: [.reader]))
        }
    }
}
