public import Kernel

/// What was recorded of the closing of a plan and what is in it, with no day in mind.
public struct ClosingFacts: Sendable {
    public var acceptances: [Acceptance] = []
    public var inspectorate: [InspectorateClosure] = []
    public var notImplemented: [NotImplemented] = []
    public var closures: [PlanClosure] = []
    public var items: [ClosureItem] = []
    /// What is said of findings by themselves.
    public var findings: [ClosureFinding] = []
    /// As recorded.
    public var looks: [ClosureLook] = []

    public init() {}

    var count: Int { acceptances.count + inspectorate.count + notImplemented.count + closures.count + items.count + findings.count + looks.count }

    /// The one by which the plan is closed on a day.
    public func closure(on day: Day) -> PlanClosure? { closures.last { $0.holds(on: day) } }

    /// The one that was proposed by a day and not decided by then.
    public func proposed(on day: Day) -> PlanClosure? { closures.last { $0.askedOn <= day && $0.on(day).isOpen } }
}

/// How an action was closed by a day, if it was.
public struct ActionClosing: Sendable, Equatable {
    public var acceptance: Acceptance?
    /// Its own, or that of the finding it answers.
    public var notImplemented: NotImplemented?
    /// What was decided about it when the plan was closed.
    public var item: ClosureItem?
    /// The day on which the plan was closed with it.
    public var closedOn: Day?
    /// What its verification hangs on and has fallen since.
    public var fallen: [MeasureView] = []

    public init() {}

    /// It asks for nothing more here: verified, closed without being done, or decided about when the plan was closed.
    public var isSettled: Bool { acceptance != nil || notImplemented != nil || item != nil }
    var isCarried: Bool { item?.kind == .carriedForward }
}

/// How a finding was closed by a day, if it was.
public struct FindingClosing: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        case open
        /// Everything that answers it is said to be done, and something of it is not verified.
        case done
        /// The day on which the last of it was verified, or given up by decision.
        case byService(Day)
        case notImplemented(Day)
        /// Its plan was closed with something of it neither verified nor given up: work that goes on elsewhere, or an owner’s word.
        case endedWithPlan(Day, carried: Int, onWord: Int)

        /// The day from which its measures are watched for a fall; nil while it is open, and where it was given up.
        var watchedSince: Day? {
            switch self {
            case .byService(let day), .endedWithPlan(let day, _, _): day
            case .open, .done, .notImplemented: nil
            }
        }

        private static func left(_ carried: Int, _ onWord: Int) -> String {
            let goesOn = carried == 0 ? "" : ", \(carried) carried forward"
            return onWord == 0 ? goesOn : "\(goesOn), \(onWord) closed on \(onWord == 1 ? "its owner’s" : "their owners’") word"
        }

        var isEndedWithPlan: Bool {
            if case .endedWithPlan = self { true } else { false }
        }

        /// `closed by the service on 3 June 2026`, `ended with the plan on 3 June 2026, 1 carried forward`; nil while it is open.
        var words: String? {
            switch self {
            case .open: nil
            case .done: "done, not yet verified"
            case .byService(let day): "closed by the service on \(day)"
            case .notImplemented(let day): "closed, not implemented, on \(day)"
            case .endedWithPlan(let day, let carried, let onWord): "ended with the plan on \(day)\(State.left(carried, onWord))"
            }
        }
    }

    public var state: State = .open
    public var inspectorate: InspectorateClosure?
    /// Whether an inspectorate closes it.
    public var goesToInspectorate = false
    /// What it was closed on and has fallen since.
    public var fallen: [MeasureView] = []
    /// What it leaves behind, where its plan is closed.
    public var onward: Onward?

    public init() {}

    /// The service closed it, or its plan ended with it, and the inspectorate has not closed it.
    public var isLeftWithInspectorate: Bool {
        guard goesToInspectorate, inspectorate == nil else { return false }
        return switch state {
        case .byService, .notImplemented, .endedWithPlan: true
        case .open, .done: false
        }
    }

    /// `closed by the service on 3 June 2026 and still open with the inspectorate`; nil while it is open.
    public var words: String? {
        let own = state.words
        if let inspectorate {
            let closed = "closed by the inspectorate on \(inspectorate.on)"
            return own.map { "\(closed), \($0)" } ?? "\(closed), and open with the service"
        }
        return isLeftWithInspectorate ? own.map { "\($0)\(state.isEndedWithPlan ? "," : "") and still open with the inspectorate" } : own
    }

    /// What its tag says in place of its colour's word.
    var label: String? {
        if inspectorate != nil { return state == .open ? nil : "Closed by the inspectorate" }
        return switch state {
        case .open: nil
        case .done: "Done, not yet verified"
        case .byService: "Closed by the service"
        case .notImplemented: "Closed, not implemented"
        case .endedWithPlan: "Ended with the plan"
        }
    }
}

extension FindingClosing {
    /// How a finding stands with this known: what was closed says so, and what has fallen since is amber where the rules watch it.
    func standing(over bare: Standing, watching: Bool) -> Standing {
        // How many are done stands before it.
        let how = state == .done && inspectorate == nil ? "not yet verified" : words
        let reasons = bare.reasons + [how, onward?.pastWords].compactMap(\.self)
        if watching, !fallen.isEmpty, bare.colour.urgency >= Colour.amber.urgency {
            return Standing(.amber, fallen.map(\.words) + reasons, label: "Fallen since")
        }
        guard let label, bare.colour != .red, bare.colour != .amber else { return Standing(bare.colour, reasons, label: bare.label) }
        return Standing(bare.colour, reasons, label: label)
    }
}
