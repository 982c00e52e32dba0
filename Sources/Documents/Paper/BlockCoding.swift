import Markup

/// A choice among kinds is an object of one member, named for the kind.
struct Member: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init(_ name: String) { stringValue = name }
    init?(intValue: Int) { nil }
}

extension Block: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Member.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else { throw unknown(container.codingPath) }
        self = switch key.stringValue {
        case "heading": .heading(try container.decode(Heading.self, forKey: key))
        case "paragraph": .paragraph(try container.decode(Words.self, forKey: key))
        case "note": .note(try container.decode(Words.self, forKey: key))
        case "list": .list(try container.decode(List.self, forKey: key))
        case "table": .table(try container.decode(Table.self, forKey: key))
        case "figure": .figure(try container.decode(Figure.self, forKey: key))
        case "facts": .facts(try container.decode([Fact].self, forKey: key))
        case "callout": .callout(try container.decode(Callout.self, forKey: key))
        case "seal": .seal(try container.decode(Seal.self, forKey: key))
        case "contents": .contents(try container.decode(String.self, forKey: key))
        case "page": .page(try container.decode(Turn.self, forKey: key))
        default: throw unknown(container.codingPath + [key])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Member.self)
        switch self {
        case .heading(let heading): try container.encode(heading, forKey: Member("heading"))
        case .paragraph(let words): try container.encode(words, forKey: Member("paragraph"))
        case .note(let words): try container.encode(words, forKey: Member("note"))
        case .list(let list): try container.encode(list, forKey: Member("list"))
        case .table(let table): try container.encode(table, forKey: Member("table"))
        case .figure(let figure): try container.encode(figure, forKey: Member("figure"))
        case .facts(let facts): try container.encode(facts, forKey: Member("facts"))
        case .callout(let callout): try container.encode(callout, forKey: Member("callout"))
        case .seal(let seal): try container.encode(seal, forKey: Member("seal"))
        case .contents(let title): try container.encode(title, forKey: Member("contents"))
        case .page(let turn): try container.encode(turn, forKey: Member("page"))
        }
    }
}

extension Block.Chart: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Member.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else { throw unknown(container.codingPath) }
        self = switch key.stringValue {
        case "shares": .shares(try container.decode(Block.Shares.self, forKey: key))
        case "burnUp": .burnUp(try container.decode(Block.BurnUp.self, forKey: key))
        case "overTime": .overTime(try container.decode(Block.OverTime.self, forKey: key))
        case "slippage": .slippage(try container.decode(Block.Slippage.self, forKey: key))
        case "control": .control(try container.decode(Charted.self, forKey: key))
        case "timeline": .timeline(try container.decode(Block.Timeline.self, forKey: key))
        default: throw unknown(container.codingPath + [key])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Member.self)
        switch self {
        case .shares(let shares): try container.encode(shares, forKey: Member("shares"))
        case .burnUp(let lines): try container.encode(lines, forKey: Member("burnUp"))
        case .overTime(let days): try container.encode(days, forKey: Member("overTime"))
        case .slippage(let lines): try container.encode(lines, forKey: Member("slippage"))
        case .control(let chart): try container.encode(chart, forKey: Member("control"))
        case .timeline(let timeline): try container.encode(timeline, forKey: Member("timeline"))
        }
    }
}

private func unknown(_ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(.init(codingPath: path, debugDescription: "neither a block nor a chart that this Muster knows"))
}
