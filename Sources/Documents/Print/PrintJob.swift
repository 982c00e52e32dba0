import Foundation
import Kernel
import Markup

/// What the printer is asked: a template, the data for it and the fonts.
struct PrintJob<Content: Encodable>: Encodable {
    let template: String
    let job: Content
    let fonts: String
    /// Seconds since 1970: the only time that gets into the file.
    let made: Int64
    let format: String
    let ppi: Double?

    init(_ template: [UInt8], _ job: Content, by printer: Printer, made: Moment, format: String, ppi: Double? = nil) {
        self.template = String(decoding: template, as: UTF8.self)
        self.job = job
        fonts = printer.folder + "/fonts"
        self.made = made.milliseconds / 1000
        self.format = format
        self.ppi = ppi
    }

    var data: Data {
        get throws { try JSONEncoder().encode(self) }
    }
}

/// A drawing as the printer takes it.
struct Picture: Encodable {
    let svg: String
    let words: String

    init(_ drawing: Drawing) {
        svg = drawing.svg.markup
        words = drawing.words
    }
}

/// A paper, and what can't be read from it without arithmetic: how wide its columns are and what its charts look like.
struct PaperJob: Encodable {
    let paper: Document
    /// What can be led to.
    let anchors: [String]
    /// The shares of each table's width that its columns take, table by table.
    let widths: [[Double]]
    let figures: [[Picture]]
    let codes: [Picture?]

    init(_ document: Document) throws {
        let paper = document.printable
        self.paper = paper
        anchors = paper.blocks.flatMap(\.anchors)
        widths = paper.blocks.turned.compactMap { block, turn in if case .table(let table) = block { table.shares(on: turn) } else { nil } }
        figures = paper.blocks.compactMap { block in if case .figure(let figure) = block { figure.chart.drawings.map(Picture.init) } else { nil } }
        codes = try paper.blocks.compactMap { block in if case .seal(let seal) = block { .some(try seal.drawing.map(Picture.init)) } else { nil } }
    }
}

extension Document {
    /// The document as a tagged PDF (PDF/UA-1). The same bytes each time, wherever the same printer is.
    ///
    /// - Throws: `printer-missing`, `printing-took-too-long`, `CancellationError`; `PrintFault` for what is no answer.
    public func pdf(by printer: Printer = .usual) async throws -> [UInt8] {
        let job = PrintJob(PackageResources.paper_typ, try PaperJob(self), by: printer, made: made, format: "pdf")
        let files = try await printer.files(for: try job.data)
        guard let file = files.first, files.count == 1 else { throw PrintFault(code: 0, complaint: "\(files.count) files came back") }
        return file
    }

    /// The media type that `pdf` is sent as.
    public static let pdfType = "application/pdf"
}

extension [Drawing] {
    /// The drawings as PNG, in their order, at two pixels for each of theirs.
    func pictures(by printer: Printer, made: Moment) async throws -> [[UInt8]] {
        guard !isEmpty else { return [] }
        let job = PrintJob(PackageResources.pictures_typ, map(Picture.init), by: printer, made: made, format: "png", ppi: 192)
        let files = try await printer.files(for: try job.data)
        guard files.count == count else { throw PrintFault(code: 0, complaint: "\(files.count) pictures of \(count) came back") }
        return files
    }
}
