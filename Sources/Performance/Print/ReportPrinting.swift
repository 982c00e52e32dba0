import Kernel
import People
import Storage

extension Performance {
    /// The report of a period as a paper, as it stands on a day.
    func paper(_ period: ReportingPeriod, on day: Day, at moment: Moment, _ session: Session) throws -> ReportPaper {
        let view = try reportView(period, on: day, session)
        return ReportPaper(view: view, made: moment, signer: try view.report?.signedBy.map { try Parties(session).name(ofWho: $0) })
    }
}
