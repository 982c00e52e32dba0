import Kernel

extension Happening {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case completed, reopened
        /// The service verified it; or took that back.
        case verified
        case unverified
        /// All that answers a finding is said to be done; or the service has closed it.
        case allDone = "all-done"
        case closed
        /// The inspectorate closed it, or reopened it.
        case inspectorateClosed = "inspectorate-closed"
        case inspectorateReopened = "inspectorate-reopened"
        /// It was closed without being done.
        case notImplemented = "not-implemented"
        /// It goes on under another plan; or was left at its owner's word when its plan was closed.
        case carried
        case settled
        /// Its plan was closed with something of it neither verified nor given up.
        case ended
        case planClosed = "plan-closed"
        case planReopened = "plan-reopened"
        /// A milestone was reached.
        case reached
        /// A milestone counts as reached no more.
        case unreached
        /// A milestone joined or left its action.
        case planned, dropped
        /// The first that was said about it.
        case started
        case reported
        /// Evidence was put there; or evidence holds no more.
        case shown, lapsed
        /// A measure was read, and holds; or does not.
        case measured, missed
        /// A measure does not hold any more of what was closed on it; or holds again.
        case fallen, held
        /// A measure is watched, or watched no more.
        case watched, unwatched
        /// Its owner expects it later, or earlier, than before.
        case slipped, advanced
        /// Another day was agreed.
        case moved
        /// Its day was written wrongly, or is the first that was agreed.
        case corrected, scheduled
        /// Another day or standing is asked for; or that was decided without a change.
        case asked, answered
        /// A standing was set over the computed one; or holds no more.
        case overridden
        case overrideEnded = "override-ended"
        /// What it waits for holds it up; or does so no more.
        case heldUp = "held-up"
        case freed
        /// It waits for another, which is in time.
        case waits
        /// What it needs was said, said otherwise, or is needed no more.
        case needed
        case needChanged = "need-changed"
        case spared
        case added, withdrawn
        case reworded
        case handedOver = "handed-over"
        /// It stands in another colour than before.
        case late
        case atRisk = "at-risk"
        case recovered, unscheduled

        public var words: String {
            switch self {
            case .completed: "Completed"
            case .reopened: "Reopened"
            case .verified: "Verified"
            case .unverified: "Verification taken back"
            case .allDone: "All done, not yet verified"
            case .closed: "Closed by the service"
            case .inspectorateClosed: "Closed by the inspectorate"
            case .inspectorateReopened: "Reopened by the inspectorate"
            case .notImplemented: "Closed, not implemented"
            case .carried: "Carried forward"
            case .settled: "Closed on their owners’ word"
            case .ended: "Ended with the plan"
            case .planClosed: "The plan was closed"
            case .planReopened: "The plan was reopened"
            case .reached: "Milestones reached"
            case .unreached: "Milestones taken back"
            case .planned: "Milestones added"
            case .dropped: "Milestones taken out"
            case .started: "Started"
            case .reported: "Reported on"
            case .shown: "Evidence put there"
            case .lapsed: "Evidence that holds no more"
            case .measured: "Measures read that hold"
            case .missed: "Measures read that do not hold"
            case .fallen: "Fallen since it was closed"
            case .held: "Measures that hold again"
            case .watched: "Measures watched from now on"
            case .unwatched: "Measures watched no more"
            case .slipped: "Expected later"
            case .advanced: "Expected earlier"
            case .moved: "Moved"
            case .corrected: "Days corrected"
            case .scheduled: "First days agreed"
            case .asked: "Asked for, not decided yet"
            case .answered: "Requests decided"
            case .overridden: "Standings set"
            case .overrideEnded: "Set standings that ended"
            case .heldUp: "Held up by another"
            case .freed: "Held up no more"
            case .waits: "Waiting for another"
            case .needed: "Costs and staffing said"
            case .needChanged: "Costs and staffing changed"
            case .spared: "Costs and staffing no longer needed"
            case .added: "Added"
            case .withdrawn: "Withdrawn"
            case .reworded: "Worded otherwise"
            case .handedOver: "Owners changed"
            case .late: "Became late"
            case .atRisk: "Came to be at risk"
            case .recovered: "Back on track"
            case .unscheduled: "No longer scheduled"
            }
        }
    }
}
