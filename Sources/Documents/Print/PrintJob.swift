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
    /// In millimetres.
    let width: Double
    /// What stands above it.
    let caption: String?

    init(_ drawing: Drawing, caption: String? = nil) {
        svg = drawing.svg.markup
        words = drawing.words
        width = Double(drawing.width) * PrintedSheet.pixel
        self.caption = caption
    }
}

/// How a table is set: what share of its width each column takes, and which rows may be parted by a page.
struct TableLook: Encodable {
    let widths: [Double]
    let parted: [Bool]

    init(_ setting: TableSetting) { (widths, parted) = (setting.shares, setting.parted) }
}

/// A paper, and what can't be read from it without arithmetic: how wide its columns are and what its charts look like.
struct PaperJob: Encodable {
    let paper: Document
    /// The title as it is printed; in the file's properties it stands as it is.
    let title: String
    /// What can be led to.
    let anchors: [String]
    /// Table by table.
    let tables: [TableLook]
    let figures: [[Picture]]
    let codes: [Picture?]

    init(_ document: Document) throws {
        var paper = document.printable
        let turned = paper.blocks.turned
        anchors = paper.blocks.flatMap(\.anchors)
        let settings = turned.map { block, turn in if case .table(let table) = block { TableSetting(table, on: turn) } else { nil as TableSetting? } }
        tables = settings.compactMap { $0.map(TableLook.init) }
        figures = turned.compactMap { block, turn in
            guard case .figure(let figure) = block else { return nil }
            return figure.drawings(on: turn).map { Picture($0.drawing, caption: $0.caption) }
        }
        codes = try paper.blocks.compactMap { block in if case .seal(let seal) = block { .some(try seal.drawing.map { Picture($0) }) } else { nil } }
        title = paper.title.breakable(within: 180)
        paper.under = paper.under?.breakable(within: 200)
        paper.marking = paper.marking?.breakable(within: 200)
        paper.foot = paper.foot.breakable(within: 200)
        paper.blocks = zip(paper.blocks, settings).map { $0.breakable($1) }
        self.paper = paper
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
        let job = PrintJob(PackageResources.pictures_typ, map { Picture($0) }, by: printer, made: made, format: "png", ppi: 192)
        let files = try await printer.files(for: try job.data)
        guard files.count == count else { throw PrintFault(code: 0, complaint: "\(files.count) pictures of \(count) came back") }
        return files
    }
}
