import Kernel
import Markup
import Web

/// As what the catalogue is written.
enum CatalogueFormat: String, CaseIterable, Sendable {
    case jsonld, ttl

    var type: String { self == .jsonld ? "application/ld+json" : "text/turtle; charset=utf-8" }
    var words: String { self == .jsonld ? "JSON-LD" : "Turtle" }
}

/// The register for catalogues of open data (DCAT-AP 3): the catalogue, its one dataset, each file, and the interface for programs.
struct Catalogue {
    let extract: RegisterExtract
    let licence: WebAddress?

    private static let authority = "http://publications.europa.eu/resource/authority/"

    private func whole(_ link: Link) -> String { extract.address + link.text }
    private var list: String { whole(RegisterLinks.list) }
    private var dataset: String { list + "#notices" }
    private var publisher: String { list + "#publisher" }
    private var service: String { list + "#api" }

    var graph: Graph { Graph(things: [catalogue, notices, api, agent] + RegisterFile.allCases.map(distribution)) }

    private var changed: Graph.Value { .typed(extract.version.since.iso, as: "xsd:dateTime") }
    private var english: Graph.Value { .thing(Catalogue.authority + "language/ENG") }

    private var catalogue: Graph.Thing {
        .init(name: list + "#catalogue", types: ["dcat:Catalog"], facts: [
            ("dct:title", .words("Open data of \(extract.service)")), ("dct:description", .words("The register of fire safety notices, to take away.")),
            ("dct:publisher", .thing(publisher)), ("foaf:homepage", .thing(list)), ("dct:language", english), ("dct:modified", changed),
            ("dcat:dataset", .thing(dataset)), ("dcat:service", .thing(service)),
        ])
    }

    private var notices: Graph.Thing {
        .init(name: dataset, types: ["dcat:Dataset"], facts: [
            ("dct:title", .words("Register of fire safety notices of \(extract.service)")),
            ("dct:description", .words("""
                Alterations, enforcement and prohibition notices under the Regulatory Reform (Fire Safety) Order 2005, as the Environment and Safety \
                Information Act 1988 has the service keep them open to the public.
                """)),
            ("dct:publisher", .thing(publisher)), ("dct:language", english), ("dct:modified", changed), ("dcat:landingPage", .thing(list)),
            ("dct:accrualPeriodicity", .thing(Catalogue.authority + "frequency/DAILY")), ("dcat:theme", .thing(Catalogue.authority + "data-theme/GOVE")),
            ("dct:accessRights", .thing(Catalogue.authority + "access-right/PUBLIC")),
            ("dcat:version", .typed("\(extract.version.day.iso).\(extract.version.size)", as: "xsd:string")),
        ] + ["fire safety", "enforcement", "notices"].map { ("dcat:keyword", .words($0)) }
            + RegisterFile.allCases.map { ("dcat:distribution", .thing(whole(RegisterLinks.file($0)))) })
    }

    private func distribution(_ file: RegisterFile) -> Graph.Thing {
        var facts: [(String, Graph.Value)] = [
            ("dct:title", .words(file.words)), ("dct:description", .words(file.meaning)), ("dcat:accessURL", .thing(whole(RegisterLinks.file(file)))),
            ("dcat:downloadURL", .thing(whole(RegisterLinks.file(file)))), ("dct:modified", changed),
            ("dct:format", .thing(Catalogue.authority + "file-type/" + file.authority)),
            ("dcat:mediaType", .thing("https://www.iana.org/assignments/media-types/" + file.type.prefix { $0 != ";" })),
            ("dcatap:availability", .thing(Catalogue.authority + "planned-availability/STABLE")), ("dcat:accessService", .thing(service)),
        ]
        if let licence { facts.append(("dct:license", .thing(licence.text))) }
        return .init(name: whole(RegisterLinks.file(file)), types: ["dcat:Distribution"], facts: facts)
    }

    private var api: Graph.Thing {
        var facts: [(String, Graph.Value)] = [
            ("dct:title", .words("The register for programs")), ("dcat:endpointURL", .thing(whole(RegisterLinks.api))),
            ("dcat:endpointDescription", .thing(whole(RegisterLinks.api) + "/openapi.json")), ("foaf:page", .thing(whole(RegisterLinks.developers))),
            ("dcat:servesDataset", .thing(dataset)), ("dct:publisher", .thing(publisher)),
        ]
        if let licence { facts.append(("dct:license", .thing(licence.text))) }
        return .init(name: service, types: ["dcat:DataService"], facts: facts)
    }

    private var agent: Graph.Thing { .init(name: publisher, types: ["foaf:Agent"], facts: [("foaf:name", .words(extract.service))]) }
}

extension RegisterFile {
    /// Its type in the list of file types that the European Union keeps.
    fileprivate var authority: String {
        switch self {
        case .notices, .recipients, .events, .national: "CSV"
        case .json, .lines: "JSON"
        case .map: "GEOJSON"
        }
    }
}
