import Kernel
import Markup
import Web

/// The register as a data package (Frictionless Data Package 1): what its files are, and what stands in each of their columns.
struct DataPackage {
    let extract: RegisterExtract
    /// The address of the licence that the files are under; nil while the service has not said.
    let licence: WebAddress?

    private typealias Field = (name: String, kind: String, meaning: String)

    var node: JSONNode {
        var members: [String: JSONNode] = [
            "name": .text(name), "profile": "data-package", "title": .text("Register of fire safety notices of \(extract.service)"),
            "description": .text("""
                Notices under articles 29, 30 and 31 of the Regulatory Reform (Fire Safety) Order 2005, as the Environment and Safety Information Act 1988 \
                has the service keep them open to the public.
                """),
            "homepage": .text(extract.address + RegisterLinks.list.text), "created": .text(extract.version.since.iso),
            "version": .text("\(extract.version.day.iso).\(extract.version.size)"),
            "contributors": [["title": .text(extract.service), "role": "publisher"]],
            "resources": .list(RegisterFile.allCases.map(resource)),
        ]
        if extract.version.hasJournal {
            members["journal"] = ["size": .integer(extract.version.size), "root": .text(extract.version.head), "at": .text(extract.version.since.iso)]
        }
        if let licence { members["licenses"] = [["path": .text(licence.text)]] }
        return .object(members)
    }

    /// Small letters, digits and dashes, as the specification has names.
    private var name: String {
        let letters = extract.service.lowercased().unicodeScalars.map { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? Character($0) : "-" }
        return "notices-of-" + String(letters).split(separator: "-").joined(separator: "-")
    }

    private func resource(_ file: RegisterFile) -> JSONNode {
        var members: [String: JSONNode] = [
            "name": .text(file.resource), "path": .text("export/\(file.name)"), "title": .text(file.words), "description": .text(file.meaning),
            "format": .text(String(file.name.drop { $0 != "." }.dropFirst())), "mediatype": .text(String(file.type.prefix { $0 != ";" })), "encoding": "utf-8",
        ]
        // Its lines hold lists, so no reader of tables is to take it for one.
        if file == .lines { members["type"] = "file" }
        if let schema = schema(of: file) {
            members["profile"] = "tabular-data-resource"
            members["schema"] = schema
        }
        return .object(members)
    }

    private func schema(of file: RegisterFile) -> JSONNode? {
        switch file {
        case .notices:
            ["fields": .list(NoticeColumn.all.map(field)), "primaryKey": "key", "missingValues": [""]]
        case .recipients:
            ofNotice([("notice", "string", "The key of the notice."), ("place", "integer", "Which of its recipients, from 1."),
                      ("name", "string", "Whom it was served on."), ("address", "string", "Their address, where the public may read it.")])
        case .events:
            ofNotice([("notice", "string", "The key of the notice."), ("place", "integer", "Which of its events, from 1: the oldest first."),
                      ("day", "date", "When it happened, or the day that the law sets."), ("words", "string", "What happened."),
                      ("provision", "string", "The provision that sets the day; empty for what happened.")])
        case .national:
            ["fields": .list(NationalRow.columns.map { name in
                ["issue_date", "date_complied_with"].contains(name) ? ["name": .text(name), "type": "date", "format": "%d/%m/%Y"] : ["name": .text(name), "type": "string"]
            }), "missingValues": [""]]
        case .json, .lines, .map: nil
        }
    }

    private func ofNotice(_ fields: [Field]) -> JSONNode {
        [
            "fields": .list(fields.map { ["name": .text($0.name), "type": .text($0.kind), "description": .text($0.meaning)] }),
            "primaryKey": ["notice", "place"], "missingValues": [""],
            "foreignKeys": [["fields": "notice", "reference": ["resource": .text(RegisterFile.notices.resource), "fields": "key"]]],
        ]
    }

    private func field(_ column: NoticeColumn) -> JSONNode {
        var limits: [String: JSONNode] = [:]
        if column.isRequired { limits["required"] = true }
        if column.name == "key" { limits["unique"] = true }
        if let codes = column.codes { limits["enum"] = .list(codes.map { .text($0) }) }
        var members: [String: JSONNode] = ["name": .text(column.name), "type": .text(column.kind.rawValue), "description": .text(column.meaning)]
        if column.kind == .datetime { members["format"] = "any" }
        if !limits.isEmpty { members["constraints"] = .object(limits) }
        return .object(members)
    }
}

extension RegisterFile {
    /// Its name in the data package, which never changes.
    var resource: String {
        switch self {
        case .notices: "notices"
        case .recipients: "recipients"
        case .events: "events"
        case .json: "notices-json"
        case .lines: "notices-lines"
        case .map: "notices-map"
        case .national: "national"
        }
    }
}
