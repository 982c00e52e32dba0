@testable import App
import Boards
import Enforcement
import Foundation
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
import Storage
import TestSupport
import Testing

/// Random histories of the real verbs end the same on both engines. Several seeds live in one database, one after the other.
///
/// `MUSTER_PARITY_SEEDS=10000 swift test --filter AppTests.ParityTests` tries more of them (`make test-long`).
struct ParityTests {
    static let seeds = Int(ProcessInfo.processInfo.environment["MUSTER_PARITY_SEEDS"] ?? "") ?? 100
    /// Never more than a hundred databases, since each has connections of its own.
    static let together = max(10, seeds / 100)

    /// A notice comes far only where much is done with cases, so those deeds stand there more often.
    static let deeds = Deeds.all + Deeds.harvestDeeds + Deeds.enforcementDeeds + Deeds.enforcementDeeds + Deeds.enforcementDeeds + Deeds.policyDeeds + Deeds.riskDeeds + Deeds.performanceDeeds + Deeds.auditDeeds + Deeds.qualityDeeds + Deeds.togetherDeeds + Deeds.programmeDeeds

    /// Everything that is told about one database in the end.
    struct Ending: Equatable {
        var endings: [[String]] = []
        var heads: [Head] = []
        var records: [String: String] = [:]
        var copy = Data()
    }

    @Test(arguments: 0..<(seeds / together)) func `random histories end the same on both engines`(group: Int) async throws {
        let (one, other) = (try await ending(.sqlite, group), try await ending(.postgres, group))
        for (index, seed) in Self.seeds(of: group).enumerated() {
            #expect(one.endings[index] == other.endings[index], "the histories of seed \(seed) part")
            #expect(one.heads[index] == other.heads[index], "after seed \(seed) the journals differ")
        }
        for (kind, json) in one.records { #expect(json == other.records[kind], "seeds \(Self.seeds(of: group)): \(kind)") }
        #expect(one.copy == other.copy)
        #expect(one.copy.count > 100_000)
        let told = one.endings.joined()
        let refused = told.count { $0.hasPrefix("refused") }
        #expect(refused * 10 < told.count * 9 && refused * 10 > told.count, "\(refused) of \(told.count) pieces of work were refused")
    }

    private static func seeds(of group: Int) -> Range<UInt64> { UInt64(group * together)..<UInt64((group + 1) * together) }

    private func ending(_ engine: Engine, _ group: Int) async throws -> Ending {
        let address = try await TestStore.address(engine, migrations)
        let store = try await TestStore.open(address, migrations)
        let clock = MovingClock(.inBritain(Day(2024, 1, 2)!, hour: 9))
        let history = RandomHistory(desk: Desk(store, clock: clock.clock, figures: figures), clock: clock, deeds: Self.deeds)
        var ending = Ending()
        for seed in Self.seeds(of: group) {
            ending.endings.append(try await history.tell(seed))
            ending.heads.append(try await store.read { try Journal($0).head() })
        }
        ending.records = try await store.read(Self.records)
        let file = try TestStore.folder() + "/copy"
        _ = try await copies.make(of: store, at: file)
        ending.copy = try Data(contentsOf: URL(fileURLWithPath: file))
        try FileManager.default.removeItem(atPath: file)
        try await store.close()
        try await TestStore.remove(address)
        return ending
    }

    /// Every record there is, and every entry of the journal, as JSON.
    private static func records(_ session: Session) throws -> [String: String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func json(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) }
        func all<R: Record>(_ type: R.Type) throws -> (String, String) { (R.table.name, try json(session.all(type, "ORDER BY id"))) }
        var records = Dictionary(uniqueKeysWithValues: try [
            all(Party.self), all(Holding.self), all(Membership.self), all(Account.self), all(ProgramToken.self), all(Plan.self), all(Finding.self),
            all(Action.self), all(Milestone.self), all(ProgressUpdate.self), all(Completion.self), all(Withdrawal.self),
            all(DateMove.self), all(SuccessMeasure.self), all(MeasureReading.self), all(Evidence.self), all(EvidenceLook.self), all(Attachment.self),
            all(Override.self), all(Dependency.self), all(Need.self),
            all(Acceptance.self), all(InspectorateClosure.self), all(NotImplemented.self), all(PlanClosure.self), all(ClosureItem.self),
            all(ClosureFinding.self), all(ClosureLook.self),
            all(Board.self), all(Seat.self), all(Meeting.self), all(Cancellation.self), all(AgendaItem.self), all(Decision.self), all(Strike.self), all(GuestLink.self),
            all(ControlledDocument.self), all(DocumentVersion.self), all(DocumentReview.self), all(DocumentWithdrawal.self),
            all(Premises.self), all(DutyHolder.self), all(ServiceAddress.self), all(Responsibility.self), all(PremisesImport.self), all(Removal.self),
            all(EnforcementCase.self), all(CaseFinding.self), all(Rationale.self), all(CaseOutcome.self), all(Notice.self), all(NoticeEvent.self), all(NoticeDocument.self), all(ServedParticulars.self), all(SigningAuthority.self),
            all(Audit.self), all(AuthorisationLevel.self), all(Authorisation.self), all(AuthorisationException.self), all(AuditLetter.self),
            all(Programme.self), all(OfficerCapacity.self), all(YearPlan.self), all(YearPlanAdoption.self), all(PlannedMonth.self),
            all(QualityForm.self), all(SamplingPlan.self), all(SampleDraw.self), all(QualityCheck.self), all(RemedialAction.self),
            all(EnforcementPolicy.self), all(EnforcementObjective.self), all(StatedActivity.self),
            all(RiskEdition.self), all(PremisesMarker.self), all(NotedCompliance.self),
            all(Calibration.self), all(CalibrationSheet.self), all(QualityReport.self),
            all(PerformanceMeasure.self), all(MeasureValue.self), all(MeasureTarget.self), all(MeasureRebase.self), all(PerformanceReport.self), all(ReportException.self), all(ReportedFigure.self),
            all(ReminderChoice.self), all(CalendarFeed.self), all(LastLook.self), all(HarvestSource.self),
            all(Review.self), all(Judgment.self), all(Recommendation.self), all(Concern.self), all(Submission.self), all(Retraction.self),
            all(Template.self), all(Paper.self), all(Section.self), all(PaperIssue.self), all(Recall.self), all(IssueAsking.self), all(Discard.self),
        ])
        #expect(Set(records.keys) == Set(App.records.map(\.name)), "a kind of record is not compared")
        records["journal"] = try json(Journal(session).entries(after: 0, limit: .max))
        return records
    }
}
