@testable import App
import Boards
import Enforcement
import Kernel
import Library
import Papers
import People
import Plans
import Reviews

/// Who may use an address, as the policy says it.
enum Gate: Equatable {
    /// Anybody, signed in or not.
    case anyone
    /// Everybody who is signed in.
    case member
    case keepsPlans, keepsBoards, letsGuestsIn, keepsGuests, keepsReviews, keepsDocuments, reviewsDocuments, reports, readsMeasures, verifies, takesBackVerifications, closesUnimplemented, reopensUnimplemented, closesPlans, reopensPlans, looksAgain, sendsEvidence, decidesDays, takesDaysBack, decidesStandings, endsStandings, namesParties, keepsParties, keepsAccounts, makesLinks
    case opensCases, keepsCases, approvesNotices, sendsNoticesBack, givesAuthority
    case keepsPlans, keepsObjectives, keepsBoards, letsGuestsIn, keepsGuests, keepsReviews, keepsDocuments, reviewsDocuments, reports, readsMeasures, verifies, takesBackVerifications, closesUnimplemented, reopensUnimplemented, closesPlans, reopensPlans, looksAgain, sendsEvidence, decidesDays, takesDaysBack, decidesStandings, endsStandings, namesParties, keepsParties, keepsAccounts, makesLinks
    case writesPapers, issuesPapers, recallsPapers
    /// Whose token it is, and administrators.
    case keepsTokens
    case keepsCopies

    func admits(_ role: Role) -> Bool {
        switch self {
        case .anyone, .member: true
        case .decidesDays, .issuesPapers, .recallsPapers, .decidesStandings, .reopensUnimplemented, .closesPlans, .reopensPlans: role == .approver
        // Whoever attacks owns the action, and nobody decides about their own.
        case .verifies, .closesUnimplemented: false
        // Whoever attacks leads the case, and nobody approves a notice of their own.
        case .approvesNotices: false
        case .opensCases, .keepsCases: role == .officer || role == .manager || role == .administrator
        case .sendsNoticesBack: role == .officer || role == .manager || role == .administrator || role == .approver
        case .takesBackVerifications: role == .manager || role == .administrator || role == .approver
        case .endsStandings: role == .manager || role == .administrator || role == .approver
        // Nothing is closed there, so nobody looks after what is left.
        case .looksAgain: role == .manager || role == .administrator
        case .keepsPlans, .keepsObjectives, .keepsBoards, .letsGuestsIn, .keepsGuests, .keepsReviews, .keepsDocuments, .writesPapers, .namesParties, .keepsParties, .takesDaysBack: role == .manager || role == .administrator
        case .reports, .reviewsDocuments, .readsMeasures, .sendsEvidence: role == .owner || role == .manager || role == .administrator
        case .keepsAccounts, .makesLinks, .keepsTokens, .keepsCopies, .givesAuthority: role == .administrator
        }
    }

    /// What whoever is turned away is told.
    var sentence: String {
        switch self {
        case .anyone, .member: ""
        case .keepsPlans: PlanPolicy.keeps.sentence
        case .keepsObjectives: ObjectivePolicy.keeps.sentence
        case .keepsBoards: BoardPolicy.keeps.sentence
        case .letsGuestsIn: BoardPolicy.letsGuestsIn.sentence
        case .keepsGuests: BoardPolicy.keepsGuests.sentence
        case .keepsReviews: ReviewPolicy.keeps.sentence
        case .keepsDocuments: LibraryPolicy.keeps.sentence
        case .reviewsDocuments: "is reviewed by its owner, or by a manager."
        case .reports: "is reported by its owners, or by a manager."
        case .verifies: "verifies that an action is done, and never one who owns it"
        case .takesBackVerifications: PlanPolicy.takesBackAcceptance.sentence
        case .closesUnimplemented: "An approver decides that something is closed without being implemented"
        case .reopensUnimplemented: PlanPolicy.reopensNotImplemented.sentence
        case .closesPlans: PlanPolicy.closes(nil).sentence
        case .reopensPlans: PlanPolicy.reopensPlan.sentence
        case .looksAgain: PlanPolicy.looksAgain(after: [], actingFor: []).sentence
        case .readsMeasures: "A measure is read by the owners of what it measures, or by a manager."
        case .sendsEvidence: "Evidence for an action is put there by its owners, or by a manager."
        case .decidesDays: "An approver decides whether a day moves"
        case .decidesStandings: "An approver decides whether another standing is set"
        case .endsStandings: "Whoever asked for another standing takes that back"
        case .takesDaysBack: "Whoever asked for another day takes that back"
        case .opensCases: CasePolicy.opens.sentence
        case .keepsCases, .sendsNoticesBack: "is kept by its officer, or by a manager."
        case .approvesNotices: CasePolicy.approvesAny.sentence
        case .givesAuthority: CasePolicy.givesAuthority.sentence
        case .writesPapers: PaperPolicy.writes.sentence
        case .issuesPapers: "An approver issues a paper"
        case .recallsPapers: PaperPolicy.recalls.sentence
        case .namesParties: PeoplePolicy.namesParties.sentence
        case .keepsParties: PeoplePolicy.keepsParties.sentence
        case .keepsAccounts: PeoplePolicy.keepsAccounts.sentence
        case .makesLinks: PeoplePolicy.makesLinks.sentence
        case .keepsCopies: CopyPolicy.keeps.sentence
        case .keepsTokens: "is seen and revoked by the person it acts as"
        }
    }
}

/// One address as the attacks know it: who may use it, and a form that it would accept.
struct Known {
    let gate: Gate
    let form: KeyValuePairs<String, String>

    init(_ gate: Gate, _ form: KeyValuePairs<String, String> = [:]) {
        self.gate = gate
        self.form = form
    }

    private static let plan: KeyValuePairs = ["title": "A plan", "from": "2026-01-01", "through": "2026-12-31", "version": "1"]

    private static let review: KeyValuePairs = [
        "title": "A review", "kind": "inspection", "round": "round-3", "reviewer": "HMICFRS", "scope": "Everything", "commissioned-on": "2026-01-01",
        "reported-on": "2026-03-01", "version": "1",
    ]

    private static let board: KeyValuePairs = ["name": "A board", "oversees": "Risk", "since": "2026-01-01", "version": "1"]

    private static let measure: KeyValuePairs = ["title": "Notices on time", "unit": "per cent", "threshold": "95", "version": "1"]

    private static let objective: KeyValuePairs = ["sentence": "In time", "measure": "compliance-rate", "target": "90", "per": "year", "version": "1"]

    /// Every address of the site; those below `/api/` let programs in by their tokens and have tests of their own.
    /// Those of the slices that have no file of their own.
    static let others: [String: Known] = [
        "GET /assets/{hash}/{name}": Known(.anyone), "GET /style": Known(.anyone), "GET /sign-in": Known(.anyone),
        "POST /sign-in": Known(.anyone, ["email": "a@b.example", "password": "x"]), "POST /sign-out": Known(.anyone),
        "GET /welcome/{token}": Known(.anyone), "POST /welcome/{token}": Known(.anyone),
        "GET /guest/{token}": Known(.anyone), "GET /guest/{token}/papers/{paper}": Known(.anyone), "GET /guest/{token}/papers/{paper}/files/{file}": Known(.anyone),
        "GET /invitation/{token}": Known(.anyone), "POST /invitation/{token}": Known(.anyone),
        "GET /register": Known(.anyone), "GET /register/map": Known(.anyone), "GET /register/statistics": Known(.anyone), "GET /register/about": Known(.anyone),
        "GET /register/{entry}": Known(.anyone), "GET /register/{entry}/editions/{edition}": Known(.anyone),
        "GET /problems": Known(.anyone), "GET /problems/{code}": Known(.anyone),

        "GET /": Known(.member), "GET /work": Known(.member), "GET /plans": Known(.member), "GET /plans/{plan}": Known(.member),
        "GET /plans/{plan}/rules": Known(.member), "GET /plans/{plan}/account": Known(.member), "GET /plans/{plan}/history": Known(.member),
        "GET /plans/{plan}/export/{format}": Known(.member), "GET /plans/{plan}/actions/{action}": Known(.member),
        "GET /people": Known(.member), "GET /people/{party}": Known(.member), "GET /account": Known(.member), "GET /changes": Known(.member),
        "POST /account/password": Known(.member, ["current": "not it", "password": "nine loud magpies", "again": "nine loud magpies"]),
        "POST /account/tokens": Known(.member, ["name": "A program", "scope": "plans:read", "expires": "2026-05-15"]),
        "POST /account/sign-ins/{signIn}/ending": Known(.member), "POST /account/sign-outs": Known(.member),

        "GET /plans/new": Known(.keepsPlans), "POST /plans": Known(.keepsPlans, plan), "GET /plans/{plan}/edit": Known(.keepsPlans),
        "POST /plans/{plan}/edit": Known(.keepsPlans, plan), "GET /plans/{plan}/findings/new": Known(.keepsPlans),
        "POST /plans/{plan}/findings": Known(.keepsPlans, ["text": "x"]), "GET /plans/{plan}/findings/{finding}": Known(.member),
        "GET /plans/{plan}/findings/{finding}/edit": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/edit": Known(.keepsPlans, ["text": "x", "version": "1"]),
        "POST /plans/{plan}/findings/{finding}/place": Known(.keepsPlans, ["step": "down"]),
        "GET /plans/{plan}/findings/{finding}/withdrawal": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/withdrawal": Known(.keepsPlans, ["because": "x"]),
        "GET /plans/{plan}/findings/{finding}/actions/new": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/actions": Known(.keepsPlans, ["text": "x"]),
        "GET /plans/{plan}/actions/{action}/edit": Known(.keepsPlans),
        "POST /plans/{plan}/actions/{action}/edit": Known(.keepsPlans, ["text": "x", "version": "1"]),
        "POST /plans/{plan}/actions/{action}/place": Known(.keepsPlans, ["step": "down"]),
        "GET /plans/{plan}/actions/{action}/withdrawal": Known(.keepsPlans),
        "POST /plans/{plan}/actions/{action}/withdrawal": Known(.keepsPlans, ["because": "x"]),
        "POST /plans/{plan}/withdrawals/{withdrawal}/restoration": Known(.keepsPlans),
        "GET /imports/new": Known(.keepsPlans), "POST /imports": Known(.keepsPlans, ["pasted": "x"]),
        "GET /imports/{import}": Known(.keepsPlans), "POST /imports/{import}": Known(.keepsPlans),
        "POST /imports/{import}/discard": Known(.keepsPlans),
        "GET /board-room": Known(.member), "POST /board-room/looks": Known(.member),
        "GET /reminders": Known(.member), "POST /account/reminders": Known(.member, ["by-mail": "yes"]), "POST /account/calendar": Known(.member),
        "POST /account/calendar/revocation": Known(.member), "GET /calendar/{token}.ics": Known(.anyone),
        "GET /reviews": Known(.member), "GET /reviews/{review}": Known(.member), "GET /reviews/{review}/history": Known(.member),
        "GET /reviews/{review}/export/{format}": Known(.member), "GET /inspection-rounds": Known(.member),
        "GET /reviews/new": Known(.keepsReviews), "POST /reviews": Known(.keepsReviews, review), "GET /reviews/{review}/edit": Known(.keepsReviews),
        "POST /reviews/{review}/edit": Known(.keepsReviews, review), "GET /reviews/{review}/judgments": Known(.keepsReviews),
        "POST /reviews/{review}/judgments": Known(.keepsReviews, ["grade-protecting": "good"]),
        "GET /reviews/{review}/recommendations/new": Known(.keepsReviews), "POST /reviews/{review}/recommendations": Known(.keepsReviews, ["words": "x"]),
        "GET /reviews/{review}/recommendations/{recommendation}/edit": Known(.keepsReviews),
        "POST /reviews/{review}/recommendations/{recommendation}/edit": Known(.keepsReviews, ["words": "x", "version": "1"]),
        "GET /reviews/{review}/concerns/new": Known(.keepsReviews),
        "POST /reviews/{review}/concerns": Known(.keepsReviews, ["kind": "cause-of-concern", "words": "x", "issued-on": "2026-03-01"]),
        "GET /reviews/{review}/concerns/{concern}/edit": Known(.keepsReviews),
        "POST /reviews/{review}/concerns/{concern}/edit": Known(.keepsReviews, ["kind": "cause-of-concern", "words": "x", "issued-on": "2026-03-01", "version": "1"]),
        "GET /reviews/{review}/concerns/{concern}/submission": Known(.keepsReviews),
        "POST /reviews/{review}/concerns/{concern}/submission": Known(.keepsReviews, ["on": "2026-03-20"]),
        "GET /reviews/{review}/retractions/new": Known(.keepsReviews),
        "POST /reviews/{review}/retractions": Known(.keepsReviews, ["of": "judgment/1", "because": "x"]),
        "GET /boards": Known(.member), "GET /boards/{board}": Known(.member), "GET /boards/{board}/history": Known(.member),
        "GET /boards/{board}/meetings/{meeting}": Known(.member), "GET /boards/{board}/decisions/{decision}": Known(.member),
        "GET /boards/new": Known(.keepsBoards), "POST /boards": Known(.keepsBoards, board), "GET /boards/{board}/edit": Known(.keepsBoards),
        "POST /boards/{board}/edit": Known(.keepsBoards, board), "GET /boards/{board}/seats/new": Known(.keepsBoards),
        "POST /boards/{board}/seats": Known(.keepsBoards, ["party": "O. Owner", "from": "2026-04-01"]),
        "GET /boards/{board}/seats/{seat}/ending": Known(.keepsBoards),
        "POST /boards/{board}/seats/{seat}/ending": Known(.keepsBoards, ["through": "2026-04-30", "version": "1"]),
        "POST /boards/{board}/guests": Known(.letsGuestsIn, ["name": "A guest"]), "POST /boards/{board}/guests/{link}/ending": Known(.keepsGuests),
        "GET /boards/{board}/meetings/new": Known(.keepsBoards), "POST /boards/{board}/meetings": Known(.keepsBoards, ["on": "2026-06-01", "title": "x"]),
        "GET /boards/{board}/meetings/{meeting}/edit": Known(.keepsBoards),
        "POST /boards/{board}/meetings/{meeting}/edit": Known(.keepsBoards, ["on": "2026-06-01", "title": "x", "version": "1"]),
        "GET /boards/{board}/meetings/{meeting}/cancellation": Known(.keepsBoards),
        "POST /boards/{board}/meetings/{meeting}/cancellation": Known(.keepsBoards, ["because": "x"]),
        "GET /boards/{board}/meetings/{meeting}/agenda/new": Known(.keepsBoards),
        "POST /boards/{board}/meetings/{meeting}/agenda": Known(.keepsBoards, ["title": "x"]),
        "POST /boards/{board}/meetings/{meeting}/agenda/{item}/place": Known(.keepsBoards, ["step": "down"]),
        "POST /boards/{board}/meetings/{meeting}/agenda/{item}/removal": Known(.keepsBoards),
        "GET /boards/{board}/meetings/{meeting}/decisions/new": Known(.keepsBoards),
        "POST /boards/{board}/meetings/{meeting}/decisions": Known(.keepsBoards, ["outcome": "noted", "words": "x"]),
        "GET /boards/{board}/decisions/{decision}/strike": Known(.keepsBoards),
        "POST /boards/{board}/decisions/{decision}/strike": Known(.keepsBoards, ["because": "x"]),
        "GET /documents": Known(.member), "GET /documents/export/{format}": Known(.member), "GET /documents/{document}": Known(.member),
        "GET /documents/{document}/history": Known(.member), "GET /documents/new": Known(.keepsDocuments),
        "POST /documents": Known(.keepsDocuments, ["title": "A policy", "kind": "policy"]), "GET /documents/{document}/edit": Known(.keepsDocuments),
        "POST /documents/{document}/edit": Known(.keepsDocuments, ["title": "A policy", "kind": "policy", "version": "1"]),
        "GET /documents/{document}/withdrawal": Known(.keepsDocuments),
        "POST /documents/{document}/withdrawal": Known(.keepsDocuments, ["on": "2026-04-15", "because": "x"]),
        "POST /documents/{document}/restoration": Known(.keepsDocuments), "GET /documents/{document}/versions/new": Known(.keepsDocuments),
        "POST /documents/{document}/versions": Known(.keepsDocuments, ["label": "9", "change": "x"]),
        "GET /documents/{document}/versions/{version}/edit": Known(.keepsDocuments),
        "POST /documents/{document}/versions/{version}/edit": Known(.keepsDocuments, ["label": "1", "change": "x", "version": "1"]),
        "GET /documents/{document}/versions/{version}/file": Known(.member),
        "GET /documents/{document}/reviews/new": Known(.reviewsDocuments),
        "POST /documents/{document}/reviews": Known(.reviewsDocuments, ["on": "2026-04-15", "next": "2027-04-15"]),

        "GET /enforcement/dashboard": Known(.member), "GET /enforcement/dashboard/export/{format}": Known(.member),
        "GET /enforcement/timeliness": Known(.member), "GET /enforcement/timeliness/export/{format}": Known(.member), "GET /enforcement/activity": Known(.member),
        "GET /enforcement/activity/new": Known(.keepsObjectives),
        "POST /enforcement/activity": Known(.keepsObjectives, ["year": "2012", "measure": "enforcement", "count": "14", "source": "FOI"]),
        "GET /enforcement/activity/{stated}/edit": Known(.keepsObjectives),
        "POST /enforcement/activity/{stated}/edit": Known(.keepsObjectives, ["count": "35", "source": "FOI", "version": "1"]),
        "GET /enforcement/policy": Known(.member), "GET /enforcement/policy/{policy}": Known(.member), "GET /enforcement/policy/new": Known(.keepsObjectives),
        "POST /enforcement/policy": Known(.keepsObjectives, ["edition": "2030"]), "GET /enforcement/policy/{policy}/edit": Known(.keepsObjectives),
        "POST /enforcement/policy/{policy}/edit": Known(.keepsObjectives, ["edition": "2027", "version": "1"]),
        "GET /enforcement/policy/{policy}/effect": Known(.keepsObjectives), "POST /enforcement/policy/{policy}/effect": Known(.keepsObjectives, ["on": "2026-05-01"]),
        "GET /enforcement/policy/{policy}/objectives/new": Known(.keepsObjectives), "POST /enforcement/policy/{policy}/objectives": Known(.keepsObjectives, Known.objective),
        "GET /enforcement/policy/{policy}/objectives/{objective}/edit": Known(.keepsObjectives),
        "POST /enforcement/policy/{policy}/objectives/{objective}/edit": Known(.keepsObjectives, Known.objective),
        "POST /enforcement/policy/{policy}/objectives/{objective}/removal": Known(.keepsObjectives),

        "POST /plans/{plan}/actions/{action}/updates": Known(.reports, ["narrative": "x"]),
        "POST /plans/{plan}/actions/{action}/completion": Known(.reports, ["on": "2026-04-01"]),
        "POST /plans/{plan}/actions/{action}/reopening": Known(.reports, ["because": "x"]),
        "GET /plans/{plan}/actions/{action}/updates/new": Known(.reports),
        "POST /plans/{plan}/actions/{action}/updates/new": Known(.reports, ["narrative": "x"]),
        "POST /plans/{plan}/actions/{action}/overrides": Known(.reports, ["colour": "red", "until": "2026-05-15", "reason": "x"]),
        "POST /plans/{plan}/actions/{action}/overrides/{override}/decision": Known(.decidesStandings, ["agreed": "yes"]),
        "POST /plans/{plan}/actions/{action}/overrides/{override}/ending": Known(.endsStandings),
        "POST /plans/{plan}/actions/{action}/dependencies": Known(.reports, ["awaited": "1.2"]),
        "POST /plans/{plan}/actions/{action}/dependencies/{dependency}/ending": Known(.reports),
        "GET /plans/{plan}/needs": Known(.member), "GET /plans/{plan}/forecasts": Known(.member), "GET /forecasts": Known(.member),
        "GET /forecasts/{party}": Known(.member),
        "POST /plans/{plan}/actions/{action}/needs": Known(.reports, ["need": "x", "fte": "1.5"]),
        "GET /plans/{plan}/actions/{action}/needs/{need}/edit": Known(.reports),
        "POST /plans/{plan}/actions/{action}/needs/{need}/edit": Known(.reports, ["need": "x", "fte": "1.5", "version": "1"]),
        "POST /plans/{plan}/actions/{action}/needs/{need}/ending": Known(.reports),
        "POST /plans/{plan}/actions/{action}/moves": Known(.reports, ["to": "2026-12-01", "because": "x"]),
        "POST /plans/{plan}/actions/{action}/moves/{move}/decision": Known(.decidesDays, ["agreed": "yes"]),
        "POST /plans/{plan}/actions/{action}/moves/{move}/withdrawal": Known(.takesDaysBack),
        "POST /plans/{plan}/actions/{action}/milestones": Known(.reports, ["milestone": "x"]),
        "POST /plans/{plan}/actions/{action}/milestones/{milestone}/reached": Known(.reports, ["on": "2026-04-01"]),
        "GET /plans/{plan}/actions/{action}/milestones/{milestone}/edit": Known(.reports),
        "POST /plans/{plan}/actions/{action}/milestones/{milestone}/edit": Known(.reports, ["text": "x", "version": "1"]),
        "GET /plans/{plan}/actions/{action}/milestones/{milestone}/withdrawal": Known(.reports),
        "POST /plans/{plan}/actions/{action}/milestones/{milestone}/withdrawal": Known(.reports, ["because": "x"]),
        "POST /plans/{plan}/actions/{action}/acceptance": Known(.verifies, ["looked-at": "x"]),
        "GET /plans/{plan}/actions/{action}/acceptance/withdrawal": Known(.takesBackVerifications),
        "POST /plans/{plan}/actions/{action}/acceptance/withdrawal": Known(.takesBackVerifications, ["because": "x"]),
        "GET /plans/{plan}/actions/{action}/non-implementation": Known(.closesUnimplemented),
        "POST /plans/{plan}/actions/{action}/non-implementation": Known(.closesUnimplemented, ["because": "x"]),
        "GET /plans/{plan}/actions/{action}/non-implementation/reopening": Known(.reopensUnimplemented),
        "POST /plans/{plan}/actions/{action}/non-implementation/reopening": Known(.reopensUnimplemented, ["because": "x"]),
        "GET /plans/{plan}/findings/{finding}/non-implementation": Known(.closesUnimplemented),
        "POST /plans/{plan}/findings/{finding}/non-implementation": Known(.closesUnimplemented, ["because": "x"]),
        "GET /plans/{plan}/findings/{finding}/non-implementation/reopening": Known(.reopensUnimplemented),
        "POST /plans/{plan}/findings/{finding}/non-implementation/reopening": Known(.reopensUnimplemented, ["because": "x"]),
        "GET /plans/{plan}/findings/{finding}/inspectorate-closure": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/inspectorate-closure": Known(.keepsPlans, ["letter": "x", "author": "x", "on": "2026-04-01", "words": "x"]),
        "GET /plans/{plan}/findings/{finding}/inspectorate-closure/reopening": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/inspectorate-closure/reopening": Known(.keepsPlans, ["because": "x"]),
        "GET /plans/{plan}/closure": Known(.member), "GET /plans/{plan}/closure/report": Known(.member), "GET /plans/{plan}/closure/report/{file}": Known(.member),
        "GET /plans/{plan}/closure/look": Known(.looksAgain), "POST /plans/{plan}/closure/look": Known(.looksAgain, ["words": "x"]),
        "POST /plans/{plan}/closure": Known(.keepsPlans, ["words": "x", "residual-risk": "x", "onward-owner": "O. Owner", "review-on": "2027-01-01"]),
        "POST /plans/{plan}/closure/decision": Known(.closesPlans, ["agreed": "yes"]), "POST /plans/{plan}/closure/withdrawal": Known(.keepsPlans),
        "GET /plans/{plan}/closure/reopening": Known(.reopensPlans), "POST /plans/{plan}/closure/reopening": Known(.reopensPlans, ["because": "x"]),
        "GET /plans/{plan}/measures": Known(.member), "GET /plans/{plan}/measures/{measure}": Known(.member),
        "GET /plans/{plan}/findings/{finding}/measures/new": Known(.keepsPlans), "GET /plans/{plan}/actions/{action}/measures/new": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/measures": Known(.keepsPlans, measure),
        "POST /plans/{plan}/actions/{action}/measures": Known(.keepsPlans, measure),
        "GET /plans/{plan}/measures/{measure}/edit": Known(.keepsPlans), "POST /plans/{plan}/measures/{measure}/edit": Known(.keepsPlans, measure),
        "GET /plans/{plan}/measures/{measure}/ending": Known(.keepsPlans),
        "POST /plans/{plan}/measures/{measure}/ending": Known(.keepsPlans, ["because": "x"]),
        "POST /plans/{plan}/measures/{measure}/readings": Known(.readsMeasures, ["value": "1"]),
        "GET /plans/{plan}/measures/{measure}/readings/{reading}/withdrawal": Known(.readsMeasures),
        "POST /plans/{plan}/measures/{measure}/readings/{reading}/withdrawal": Known(.readsMeasures, ["because": "x"]),
        "GET /plans/{plan}/evidence/{evidence}/file": Known(.member),
        "POST /plans/{plan}/actions/{action}/evidence": Known(.sendsEvidence, ["shows": "x", "link": "https://a.example"]),
        "POST /plans/{plan}/actions/{action}/evidence/{evidence}/looks": Known(.reports),
        "POST /plans/{plan}/actions/{action}/evidence/{evidence}/withdrawal": Known(.sendsEvidence, ["because": "x"]),
        "POST /plans/{plan}/findings/{finding}/evidence": Known(.keepsPlans, ["shows": "x", "link": "https://a.example"]),
        "POST /plans/{plan}/findings/{finding}/evidence/{evidence}/looks": Known(.keepsPlans),
        "POST /plans/{plan}/findings/{finding}/evidence/{evidence}/withdrawal": Known(.keepsPlans, ["because": "x"]),

        "GET /premises": Known(.member), "GET /premises/export/{format}": Known(.member), "GET /premises/{premises}": Known(.member),
        "GET /premises/{premises}/history": Known(.member), "GET /premises/new": Known(.keepsPremises),
        "POST /premises": Known(.keepsPremises, ["name": "A house", "type": "shop"]), "GET /premises/{premises}/edit": Known(.keepsPremises),
        "POST /premises/{premises}/edit": Known(.keepsPremises, ["name": "A house", "type": "shop", "version": "1"]),
        "GET /premises/{premises}/merger": Known(.keepsPremises),
        "POST /premises/{premises}/merger": Known(.keepsPremises, ["into": "P-2", "because": "x", "version": "1"]), "POST /premises/{premises}/parting": Known(.keepsPremises),
        "GET /premises/{premises}/responsible/new": Known(.keepsPremises),
        "POST /premises/{premises}/responsible": Known(.keepsPremises, ["holder": "2", "capacity": "owner", "from": "2026-04-01"]),
        "GET /premises/{premises}/responsible/{responsibility}/edit": Known(.keepsPremises),
        "POST /premises/{premises}/responsible/{responsibility}/edit": Known(.keepsPremises, ["holder": "1", "capacity": "owner", "from": "2026-04-01", "version": "1"]),
        "GET /duty-holders": Known(.member), "GET /duty-holders/{holder}": Known(.member), "GET /duty-holders/{holder}/history": Known(.seesContact),
        "GET /duty-holders/new": Known(.keepsPremises), "POST /duty-holders": Known(.keepsPremises, ["kind": "person", "name": "A. Person"]),
        "GET /duty-holders/{holder}/edit": Known(.keepsPremises),
        "POST /duty-holders/{holder}/edit": Known(.keepsPremises, ["kind": "person", "name": "A. Person", "version": "1"]),
        "GET /duty-holders/{holder}/addresses/new": Known(.keepsPremises),
        "POST /duty-holders/{holder}/addresses": Known(.keepsPremises, ["address": "1 Quay Street", "from": "2026-04-01"]),
        "GET /duty-holders/{holder}/addresses/{address}/edit": Known(.keepsPremises),
        "POST /duty-holders/{holder}/addresses/{address}/edit": Known(.keepsPremises, ["address": "1 Quay Street", "from": "2026-04-01", "version": "1"]),

        "GET /papers": Known(.member), "GET /papers/{paper}": Known(.member), "GET /papers/{paper}/rehearsal": Known(.member),
        "GET /papers/{paper}/differences": Known(.member), "GET /papers/{paper}/history": Known(.member), "GET /papers/{paper}/workbook": Known(.member), "GET /papers/{paper}/files/{file}": Known(.member),
        "GET /papers/{paper}/printing/{file}": Known(.member), "POST /papers/{paper}/printing/{file}": Known(.member), "POST /papers/{paper}/printing/{file}/cancellation": Known(.member),
        "GET /templates": Known(.member), "GET /papers/new": Known(.writesPapers), "POST /papers": Known(.writesPapers, ["covers": "plan/1", "title": "x"]),
        "GET /papers/{paper}/edit": Known(.writesPapers), "POST /papers/{paper}/edit": Known(.writesPapers, ["covers": "plan/1", "title": "x", "version": "1"]),
        "GET /papers/{paper}/write": Known(.writesPapers),
        "POST /papers/{paper}/write": Known(.writesPapers, ["section": "1", "heading-1": "x", "words-1": "y", "version-1": "1"]),
        "GET /papers/{paper}/discard": Known(.writesPapers), "POST /papers/{paper}/discard": Known(.writesPapers),
        "POST /papers/{paper}/asking": Known(.writesPapers),
        "GET /papers/{paper}/issue": Known(.issuesPapers), "POST /papers/{paper}/issue": Known(.issuesPapers, ["seen": "yes"]),
        "GET /papers/{paper}/withdrawal": Known(.recallsPapers), "POST /papers/{paper}/withdrawal": Known(.recallsPapers, ["because": "x"]),
        "GET /templates/new": Known(.writesPapers), "POST /templates": Known(.writesPapers, ["title": "x", "board": "board/2", "text": "# A"]),
        "GET /templates/{template}/edit": Known(.writesPapers),
        "POST /templates/{template}/edit": Known(.writesPapers, ["title": "x", "text": "# A", "version": "1"]),

        "GET /people/new": Known(.namesParties), "POST /people": Known(.namesParties, ["kind": "person", "name": "Someone New"]),
        "GET /people/{party}/edit": Known(.keepsParties),
        "POST /people/{party}": Known(.keepsParties, ["kind": "post", "name": "Another Name", "version": "1"]),
        "POST /people/{party}/leaving": Known(.keepsParties, ["left": "2026-04-01", "version": "1"]),
        "POST /people/{party}/return": Known(.keepsParties, ["version": "1"]),
        "POST /people/{party}/ties": Known(.keepsParties, ["other": "1", "from": "2026-04-01"]),
        "POST /people/{party}/holdings/{tie}/ending": Known(.keepsParties, ["through": "2026-04-30"]),
        "POST /people/{party}/memberships/{tie}/ending": Known(.keepsParties, ["through": "2026-04-30"]),

        "GET /copies": Known(.keepsCopies), "POST /copies": Known(.keepsCopies), "GET /accounts/tokens": Known(.keepsAccounts), "POST /tokens/{number}/revocation": Known(.keepsTokens),
        "GET /accounts": Known(.keepsAccounts), "GET /accounts/new": Known(.keepsAccounts),
        "POST /accounts": Known(.keepsAccounts, ["name": "New One", "email": "new@northshire.example", "role": "reader"]),
        "GET /accounts/{account}": Known(.keepsAccounts),
        "POST /accounts/{account}/roles": Known(.keepsAccounts, ["role": "reader", "version": "1"]),
        "POST /accounts/{account}/email": Known(.keepsAccounts, ["email": "other@northshire.example", "version": "1"]),
        "POST /accounts/{account}/suspension": Known(.keepsAccounts, ["version": "1"]),
        "POST /accounts/{account}/return": Known(.keepsAccounts, ["version": "1"]),
        "POST /accounts/{account}/links": Known(.makesLinks),
    ]

    /// What goes on after its answer: tried by those who may not, and not begun by those who may.
    static let lasting: Set = ["POST /copies"]

    /// Routes that end the visit they come with, so they are tried last.
    static let ending: Set = ["POST /sign-out", "POST /account/sign-outs"]
}
