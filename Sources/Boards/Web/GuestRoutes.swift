import Hummingbird
import Kernel
import People
import Storage
import Web

extension BoardPages {
    /// What guests open. The secret’s part of the path is named `token`, which the log leaves out.
    func guests(_ everyone: Routes<PublicContext>) {
        everyone.get("guest/:token") { _, context in
            let (secret, today) = (Token(try context.part("token")), context.today)
            let (link, usedOn, page) = try await desk.read { session in
                let (link, usedOn) = try GuestLinks(session).find(secret: secret, on: today)
                guard let board = try session.find(link.board) else { throw Refusal.guestLinkNotGood }
                let view = BoardView(try session.facts(of: board), on: today)
                let cards = try guestCards(board.subject, secret.text, today, session)
                let names = try naming.names(of: view.decisions.flatMap(\.decision.about), session)
                return (link, usedOn, GuestPage(view: view, link: link, cards: cards, names: names).page)
            }
            if usedOn.map({ $0 < today }) ?? true {
                try await desk.note { session in try GuestLinks(session).use(link.id, on: today) }
            }
            return context.page(page)
        }
    }
}
