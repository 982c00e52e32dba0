/// Which part of the house may know which: the arrows of the design.
enum Arrows {
    /// What the compiler brings: free everywhere but in a slice's model, which is arithmetic over values.
    static let toolchain: Set = ["Foundation", "Synchronization", "Dispatch", "RegexBuilder", "Glibc"]

    /// Our own targets that each target may import.
    static let neighbours: [String: Set<String>] = {
        let base: Set = ["Kernel", "Storage", "Markup", "Documents", "Web"]
        var all: [String: Set<String>] = [
            "Kernel": [], "Programs": [], "Solver": [], "Storage": ["Kernel", "Programs"], "Markup": ["Kernel"], "Documents": ["Kernel", "Programs", "Markup"],
            "Web": ["Kernel", "Storage", "Markup"], "muster": ["App"],
        ]
        for (slice, known) in slices { all[slice] = base.union(known) }
        all["Inspections"]?.insert("Solver")
        all["App"] = base.union(slices.keys).union(["Programs"])
        return all
    }()

    /// The slices, and the slices that each may know.
    static let slices: [String: Set<String>] = [
        "People": [], "Plans": ["People"], "Boards": ["People"], "Reviews": ["People"], "Library": ["People"], "Papers": ["People"], "Premises": ["People"],
        "Inspections": ["People", "Premises"], "Quality": ["People"], "Enforcement": ["People", "Premises"], "Register": ["People"], "Cover": ["People"],
        "Engagement": ["People"], "Culture": ["People"], "Performance": ["People"],
    ]

    /// Within a slice: which of the foundation each folder may import. A nil folder is the slice's own: verbs and policy.
    static func foundation(for folder: String?) -> Set<String>? {
        switch folder {
        case nil: ["Kernel", "Storage", "Solver"]
        case "Model": ["Kernel"]
        case "Records": ["Kernel", "Storage"]
        case "Import": ["Kernel", "Documents"]
        case "Print": ["Kernel", "Storage", "Documents", "Markup"]
        case "Web", "API": ["Kernel", "Storage", "Documents", "Markup", "Web"]
        case "CLI": ["Kernel", "Storage", "Documents", "Solver"]
        default: nil
        }
    }

    /// Where a module of somebody else's may be imported: a target, or a folder in any slice.
    static let homes: [String: Set<String>] = [
        "GRDB": ["Storage"], "GRDBSQLite": ["Storage"], "CLibpq": ["Storage"],
        "CSodium": ["Storage", "People"],
        "CCbc": ["Solver"], "CZip": ["Documents", "Storage"], "CZlib": ["Web"], "CLibxml": ["Documents"], "CXlsxwriter": ["Documents"], "CQrencode": ["Documents"], "CProj": ["Premises"],
        "Hummingbird": ["Web", "App", "*/Web", "*/API"], "HummingbirdCore": ["Web", "App", "*/Web", "*/API"],
        "NIOHTTPTypes": ["Web"],
        "HTTPTypes": ["Web", "App", "*/Web", "*/API"],
        "NIOCore": ["Storage", "Web", "App", "*/Web", "*/API"], "NIOPosix": ["Storage", "People"],
        "Logging": ["Storage", "Web", "App"],
        "ArgumentParser": ["App", "muster", "*/CLI"],
        "Configuration": ["App"], "SystemPackage": ["App", "Programs"], "Subprocess": ["Programs"], "ServiceLifecycle": ["App"], "UnixSignals": ["App"],
    ]

    /// Every import of a file that follows no arrow.
    static func breaches(in source: Source) -> [Breach] {
        source.code.enumerated().compactMap { index, line in
            guard let module = module(importedBy: line), let sentence = refusal(of: module, in: source) else { return nil }
            return Breach(path: source.path, line: index + 1, sentence: sentence)
        }
    }

    /// `Kernel` for `public import struct Kernel.Day`.
    static func module(importedBy line: String) -> String? {
        guard line.contains("import ") else { return nil }
        var words = line.split(separator: " ")[...]
        let before: Set<Substring> = ["public", "internal", "package", "private", "fileprivate", "@testable"]
        while let first = words.first, before.contains(first) || first.hasPrefix("@") { words.removeFirst() }
        guard words.popFirst() == "import" else { return nil }
        if ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"].contains(words.first) { words.removeFirst() }
        return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }

    private static func refusal(of module: String, in source: Source) -> String? {
        let slice = slices[source.target]
        if toolchain.contains(module) {
            guard slice != nil, source.folder == "Model" else { return nil }
            return "a slice's Model/ may import Kernel only, not \(module); ask Kernel for the value, or move the work out."
        }
        if let homes = homes[module] {
            let here: Set = [source.target, slice == nil ? "" : "*/\(source.folder ?? "")"]
            guard homes.isDisjoint(with: here) else { return nil }
            return "\(module) may be imported only in \(homes.sorted().joined(separator: ", ")); ask that part for what you need."
        }
        guard let known = neighbours[source.target] else {
            return "\(source.target) is not in the table of targets; say in Arrows.swift what it may import."
        }
        guard known.contains(module) else {
            return "\(source.target) may not import \(module); it may import \(known.sorted().joined(separator: ", ")). "
                + "What one slice causes in another is a line of App/Reactions.swift."
        }
        guard let slice, !slice.contains(module) else { return nil }
        guard let allowed = foundation(for: source.folder) else {
            return "\(source.folder ?? "") is not a folder of a slice; use Model, Records, Import, Print, Web, API or CLI."
        }
        guard !allowed.contains(module) else { return nil }
        return "in a slice, \(source.folder.map { $0 + "/" } ?? "its own folder") may not import \(module), "
            + "only \(allowed.sorted().joined(separator: ", "))."
    }
}
