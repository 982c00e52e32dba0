import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension PaperPages {
    /// Files that take a while to print. The button answers at once; its page looks again by itself, with or without script, and then
    /// hands over the file.
    func printing(_ members: Routes<MemberContext>) {
        members.post("papers/:paper/printing/:file") { request, context in
            _ = try await Form(request, context)
            let job = try await job(context)
            printings.begin(job.key, for: context.visit.account, at: context.moment, job.make)
            return context.seeOther(PaperLinks.printing(job.paper, job.key.format))
        }
        members.get("papers/:paper/printing/:file") { _, context in
            let job = try await job(context)
            let standing = printings.standing(job.key)
            var response = context.page(PrintingPage(paper: job.paper, format: job.key.format, standing: standing, now: context.moment, token: context.csrf).page)
            if let name = HTTPField.Name("Refresh") {
                switch standing {
                case .printing: response.headers[name] = "1"
                case .ready: response.headers[name] = "0; url=\(PaperLinks.file(job.paper, job.key.format).text)"
                case .failed, nil: break
                }
            }
            return response
        }
        members.post("papers/:paper/printing/:file/cancellation") { request, context in
            _ = try await Form(request, context)
            let job = try await job(context)
            printings.stop(job.key, for: context.visit.account)
            return context.seeOther(PaperLinks.paper(job.paper), saying: "Printing was stopped.")
        }
    }

    struct PrintJob: Sendable {
        let paper: Paper
        let key: Printings.Key
        let make: @Sendable () async throws -> [UInt8]
    }

    /// What a request asks to be printed, and how.
    func job(_ context: MemberContext) async throws -> PrintJob {
        _ = try context.viewer
        let (reference, format, moment) = (try context.part("paper"), try PaperFormat(named: context.part("file")), context.moment)
        let (paper, hash) = try await desk.read { session in
            let paper = try session.paper(reference)
            return (paper, try session.value("SELECT content_hash FROM paper_issue WHERE paper = \(paper.id)", as: String.self))
        }
        let edition: Printings.Key.Edition = hash.map { .issued(hash: $0) } ?? .draft(account: context.visit.account)
        return PrintJob(paper: paper, key: Printings.Key(paper: paper.id.number, edition: edition, format: format)) { [desk, papers, address] in
            // What is not printed is written where the records are read: it takes too long for the loop that answers connections.
            let (document, written) = try await desk.read { session in
                let document = try papers.document(of: session.facts(of: session.paper(reference)), base: address, at: moment, session)
                return (document, try format.written(document))
            }
            if let written { return written }
            return try await format.bytes(of: document)
        }
    }
}

/// A file being printed: how long it has taken so far, then that it is ready, or why it could not be.
struct PrintingPage {
    let paper: Paper
    let format: PaperFormat
    let standing: Printings.Standing?
    let now: Moment
    let token: String

    var page: Page {
        Page(
            title: "Printing", crumbs: [("Papers", PaperLinks.list), (paper.title, PaperLinks.paper(paper))], section: "papers", hasDay: false, body: """
                \(lead("Printing", under: "\(paper.title), as \(format.words)."))\(card(nil, told))
                """)
    }

    private var told: HTML {
        switch standing {
        case .printing(let since):
            let seconds = since.seconds(until: now)
            return """
                <p role="status">The file is being made\(seconds > 0 ? ": \(counted(seconds, "second")) so far" : ""). This page looks again by itself, and then hands you the file.</p>\
                <p><progress aria-label="Printing"></progress></p>\
                \(postButton("Stop printing", to: PaperLinks.printing(paper, format, "cancellation"), token: token))
                """
        case .ready(let bytes):
            return """
                <p role="status">The file is ready, \(sizeInWords(bytes)). Your browser fetches it now.</p>\
                \(buttons(button("Fetch it", to: PaperLinks.file(paper, format)), button("Back to the paper", to: PaperLinks.paper(paper), quiet: true)))
                """
        case .failed(let refusal): return "<p role=\"alert\">\(refusal.sentence)</p>\(again("Try again"))"
        case nil: return "<p>Nothing is being printed here now.</p>\(again("Print it"))"
        }
    }

    private func again(_ words: String) -> HTML { postButton(words, to: PaperLinks.printing(paper, format), token: token) }
}
