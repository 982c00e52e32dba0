import Web

/// A figure of other records that a measure can show.
struct LiveFigurePayload: Encodable {
    static let schema = Schema.object("LiveFigure", ["name": .text, "title": .text, "kind": .choice(PerformanceMeasure.Kind.self), "unit": .text, "meaning": .text])

    let name: String
    let title: String
    let kind: PerformanceMeasure.Kind
    let unit: String
    let meaning: String

    init(_ figure: LiveFigure) { (name, title, kind, unit, meaning) = (figure.name, figure.title, figure.kind, figure.unit, figure.meaning) }
}
