import Kernel
import Markup
import Web

extension TargetStanding {
    var tone: Tone {
        switch self {
        case .succeeding: .green
        case .near: .amber
        case .needsImprovement: .red
        case .noTarget, .unknown: .grey
        }
    }
}

extension Assurance {
    var tone: Tone {
        switch self {
        case .passing: .blue
        case .failing: .amber
        case .hitOrMiss: .grey
        }
    }
}

extension Travel {
    var tone: Tone {
        switch self {
        case .better: .green
        case .worse: .amber
        case .same, .higher, .lower, .unknown: .grey
        }
    }
}

/// A figure in a cell, with what it is of where it is a rate.
func figureCell(_ figure: MeasureFigure, _ measure: PerformanceMeasure) -> HTML {
    guard figure.value != nil else { return quiet("\(figure.words(measure))") }
    return "\(figure.words(measure))\(figure.fraction(measure).map { "<span class=\"why\">\($0)</span>" as HTML })"
}

/// A movement with the figure that it comes from.
func travelCell(_ travel: Travel, from figure: MeasureFigure, _ measure: PerformanceMeasure) -> HTML { travelCell(travel, from: figure.words(measure)) }

func travelCell(_ travel: Travel, from written: String) -> HTML {
    travel == .unknown ? quiet("Not known") : tag(travel.words, travel.tone, why: "was \(written)")
}
