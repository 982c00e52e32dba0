import ArgumentParser
import Kernel
import People
import Storage

/// `muster board guest …`: links by which somebody outside reads along.
struct GuestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guest", abstract: "Let somebody outside read what a board does, by a link and until a day.",
        subcommands: [Make.self, List.self, End.self])

    struct Make: WritingCommand {
        static let configuration = CommandConfiguration(
            "make", "Make a link and print it; it cannot be printed again.",
            examples: "muster board guest make audit-committee 'The commissioner’s office' --expires 2027-03-31")
        @OptionGroup var board: BoardArgument
        @Argument(help: "Whom it is for.") var name: String
        @Option(help: "The last day it opens: YYYY-MM-DD; 90 days from now when left out, 366 at most.") var expires: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<GuestLinkPayload> {
            var fields = Fields(["name": [name], "expires": [expires ?? ""]])
            let new = NewGuestLink(reading: &fields, today: work.today)
            try fields.finish()
            let board = try board.find(work.session)
            let (link, secret) = try BoardCommand.boards.makeGuestLink(new, to: board, work)
            let payload = try GuestLinkPayload(GuestLinks(work.session).known(link, on: work.today), of: board, secret: secret)
            return Answer(payload, """
                \(link.name) reads \(board.name) until the end of \(link.expiresOn). The link is not shown again; it stands after the address of the service:
                \(payload.path ?? "")
                """)
        }
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List a board’s links for guests, newest first.", examples: "muster board guest list audit-committee")
        @OptionGroup var board: BoardArgument
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[GuestLinkPayload]> {
            try BoardPolicy.keepsGuests.check(reader.actor)
            let board = try board.find(session)
            let known = try GuestLinks(session).known(of: board, on: reader.today)
            return Answer(known.map { GuestLinkPayload($0, of: board) }, Output.table(
                ["Number", "For", "Made", "By", "Last day", "Last opened", "State"],
                known.map { [String($0.link.id.number), $0.link.name, $0.link.madeOn.iso, $0.madeBy ?? "", $0.link.expiresOn.iso, $0.usedOn?.iso ?? "", $0.state.words] },
                empty: "Nobody outside reads along. Make a link with: muster board guest make \(board.reference) NAME"))
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration(
            "end", "End a link for guests: it opens nothing from then on.", examples: "muster board guest end audit-committee 3")
        @OptionGroup var board: BoardArgument
        @Argument(help: "The link’s number, which the list shows.") var number: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<GuestLinkPayload> {
            let board = try board.find(work.session)
            let ended = try BoardCommand.boards.end(GuestLinks(work.session).get(ID(number), of: board), of: board, work)
            return Answer(try GuestLinkPayload(GuestLinks(work.session).known(ended, on: work.today), of: board), "The link for \(ended.name) opens nothing any more.")
        }
    }
}
