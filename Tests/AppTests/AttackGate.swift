@testable import App
import Boards
import Enforcement
import Inspections
import Kernel
import Library
import Papers
import People
import Performance
import Plans
import Premises
import Quality
import Register
import Reviews

/// Who may use an address, as the policy says it.
enum Gate: Equatable {
    /// Anybody, signed in or not.
    case anyone
    /// Everybody who is signed in.
    case member
    case keepsPlans, keepsObjectives, keepsBoards, letsGuestsIn, keepsGuests, keepsReviews, keepsDocuments, keepsPremises, importsPremises, seesContact, reviewsDocuments, reports, readsMeasures, verifies, takesBackVerifications, closesUnimplemented, reopensUnimplemented, closesPlans, reopensPlans, looksAgain, sendsEvidence, decidesDays, takesDaysBack, decidesStandings, endsStandings, namesParties, keepsParties, keepsAccounts, makesLinks
    case readsCases, opensCases, keepsCases, approvesNotices, sendsNoticesBack, givesAuthority
    case readsProgrammes, keepsProgrammes, adoptsPlansOfYears
    case readsAudits, plansAudits, keepsAudits, exceptsAudits, authorisesOfficers
    case entersQuality, readsSamples, plansSamples, draftsForms, adoptsForms, assignsChecks, fillsChecks, answersChecks, remediesChecks, doesRemedials, looksAtRemedials
    case readsTrends, reportsQuality, judgesCalibrations, closesCalibrations
    case writesPapers, issuesPapers, recallsPapers
    case keepsRisk, marksPremises
    /// Whose token it is, and administrators.
    case keepsTokens
    case keepsCopies, keepsRegisterSources
    case keepsPerformance, recordsPerformance, writesReports

    func admits(_ role: Role) -> Bool {
        switch self {
        case .anyone, .member: true
        case .decidesDays, .issuesPapers, .recallsPapers, .decidesStandings, .reopensUnimplemented, .closesPlans, .reopensPlans: role == .approver
        // Whoever attacks owns the action, and nobody decides about their own.
        case .verifies, .closesUnimplemented: false
        // Whoever attacks leads the case, and nobody approves a notice of their own.
        case .approvesNotices: false
        case .readsCases: role == .officer || role == .approver || role == .manager || role == .administrator
        case .opensCases, .keepsCases: role == .officer || role == .manager || role == .administrator
        case .readsAudits: role == .officer || role == .approver || role == .manager || role == .administrator
        case .plansAudits, .keepsAudits: role == .officer || role == .manager || role == .administrator
        // Whoever attacks is the officer of the audit, and nobody makes an exception for themselves.
        case .exceptsAudits: false
        case .authorisesOfficers: role == .manager || role == .administrator
        case .entersQuality, .fillsChecks, .remediesChecks, .doesRemedials: role == .officer || role == .approver || role == .manager || role == .administrator
        case .readsSamples: role == .approver || role == .manager || role == .administrator
        case .readsTrends: role == .approver || role == .manager || role == .administrator
        // Whoever attacks is a reviewer of the calibration, and closes it once they have answered.
        case .judgesCalibrations: role == .officer || role == .approver || role == .manager || role == .administrator
        case .closesCalibrations: role == .manager || role == .administrator
        case .plansSamples, .draftsForms, .assignsChecks, .reportsQuality: role == .manager || role == .administrator
        case .adoptsForms: role == .approver
        // Whoever attacks makes the check and does the remedial action: the work is of somebody else, and nobody judges what they did themselves.
        case .answersChecks, .looksAtRemedials: false
        case .readsProgrammes: role == .officer || role == .approver || role == .manager || role == .administrator
        case .keepsProgrammes: role == .manager || role == .administrator
        case .adoptsPlansOfYears: role == .approver
        case .sendsNoticesBack: role == .officer || role == .manager || role == .administrator || role == .approver
        case .takesBackVerifications: role == .manager || role == .administrator || role == .approver
        case .endsStandings: role == .manager || role == .administrator || role == .approver
        // Nothing is closed there, so nobody looks after what is left.
        case .looksAgain: role == .manager || role == .administrator
        case .keepsPlans, .keepsObjectives, .keepsBoards, .letsGuestsIn, .keepsGuests, .keepsReviews, .keepsDocuments, .writesPapers, .namesParties, .keepsParties, .takesDaysBack, .keepsRegisterSources, .importsPremises, .keepsPerformance, .recordsPerformance, .writesReports: role == .manager || role == .administrator
        case .keepsRisk: role == .manager || role == .administrator
        case .keepsPremises, .seesContact, .marksPremises: role == .officer || role == .manager || role == .administrator
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
        case .keepsPremises: GazetteerPolicy.keeps.sentence
        case .importsPremises: ImportPolicy.imports.sentence
        case .seesContact: GazetteerPolicy.seesContact.sentence
        case .keepsRisk: RiskPolicy.keeps.sentence
        case .marksPremises: RiskPolicy.marks.sentence
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
        case .readsCases: CasePolicy.reads.sentence
        case .opensCases: CasePolicy.opens.sentence
        case .readsAudits: AuditPolicy.reads.sentence
        case .readsProgrammes: ProgrammePolicy.reads.sentence
        case .keepsProgrammes: ProgrammePolicy.keeps.sentence
        case .adoptsPlansOfYears: "An approver adopts the plan of a year"
        case .plansAudits: AuditPolicy.plans.sentence
        case .exceptsAudits: "An approver lets an officer go beyond their authorisation"
        case .authorisesOfficers: AuditPolicy.authorises.sentence
        case .entersQuality: QualityPolicy.enters.sentence
        case .readsSamples: QualityPolicy.readsPlans.sentence
        case .plansSamples: QualityPolicy.plans.sentence
        case .readsTrends: QualityPolicy.readsTrends.sentence
        case .reportsQuality: QualityPolicy.reports.sentence
        case .judgesCalibrations: "is answered by its reviewers, each for themselves."
        case .closesCalibrations: "A manager closes calibration"
        case .draftsForms: QualityPolicy.drafts.sentence
        case .adoptsForms: "An approver adopts an edition of the form"
        case .assignsChecks: "A manager says who makes check"
        case .fillsChecks: "is filled in by its reviewer, and never by whoever did the work."
        case .answersChecks: "Whoever did the work answers check"
        case .remediesChecks: "is said by its reviewer or by a manager, and never by whoever did the work."
        case .doesRemedials: "Whoever owns a remedial action says that it was done"
        case .looksAtRemedials: "Whether it worked is said by the reviewer of"
        case .keepsAudits, .keepsCases, .sendsNoticesBack: "is kept by its officer, or by a manager."
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
        case .keepsRegisterSources: HarvestPolicy.keeps.sentence
        case .keepsPerformance: PerformancePolicy.keeps.sentence
        case .writesReports: PerformancePolicy.signs.sentence
        case .recordsPerformance: "are recorded by its owner, or by a manager."
        case .keepsTokens: "is seen and revoked by the person it acts as"
        }
    }
}
