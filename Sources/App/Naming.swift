import Boards
import Enforcement
import Inspections
import Library
import Papers
import Performance
import Plans
import Premises
import Quality
import Reviews
import Storage

/// What the slices offer to be spoken of by others, put together here since no slice knows another.
let naming = Naming(
    Plans.naming
        + Plans.closureNaming
        + Boards.naming
        + Reviews.naming
        + Library.naming
        + Gazetteer.naming
        + Inspections.naming
        + Quality.naming
        + Papers.naming
        + Enforcement.naming
        + EnforcementPolicies.naming
        + Performance.naming)

/// What records say in numbers, on which claims of other slices can rest. A slice whose report is to be evidence with its standing adds its `FigureKind` here.
let figures = Figures(performance.stating + Quality.stating)

/// The kinds of things that a document answers: what somebody said must improve, and what was promised for it.
let answerable: Set = [Plan.table.name, Finding.table.name, Action.table.name]

/// What the slices tell of themselves in papers, for whoever keeps nothing in memory.
let tellings = KeptPlans.nothing.tellings

/// All of it that papers are written from.
let paperSources = KeptPlans.nothing.paperSources

extension KeptPlans {
    /// What the slices tell of themselves in papers.
    var tellings: Tellings { Tellings(Plans.tellings(keeping: self) + Plans.closureTellings(naming, keeping: self)) }

    /// All of it that papers are written from.
    var paperSources: PaperSources { PaperSources(naming: naming, tellings: tellings, boards: Boards.calendar) }
}
