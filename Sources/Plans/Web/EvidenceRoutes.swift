import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Putting evidence there, looking at it again, taking it back, and fetching its files.
extension PlanPages {
    func showing(_ members: Routes<MemberContext>) {
        showing(Action.self, members) { context, filled, part in try await actionPage(context, filled, refused: part) }
        showing(Finding.self, members) { context, filled, part in try await findingPage(context, filled, refused: part) }
        members.get("plans/:plan/evidence/:evidence/file") { request, context in
            try PlanPolicy.reads.check(context.actor)
            let (reference, id) = (try context.part("plan"), try context.id("evidence", of: Evidence.self))
            let file = try await desk.read { session in try session.file(of: session.evidence(id, in: session.plan(reference))) }
            return context.file(file, from: desk, to: request)
        }
    }

    private func showing<Item: PlanItem>(
        _ type: Item.Type, _ members: Routes<MemberContext>, page: @escaping @Sendable (MemberContext, Filled, String) async throws -> Page
    ) {
        let noun = Item.noun
        members.post(RouterPath("plans/:plan/\(noun)s/:\(noun)/evidence")) { request, context in
            // Asked before a file is read from somebody who may not send one.
            try PlanPolicy.sendsEvidence(of: type).check(context.actor)
            let (reference, own) = (try context.part("plan"), try context.part(noun))
            return try await context.writing(request, in: desk, saying: "The evidence was added.", sending: "file", by: intake) { fields, hasFile in
                let new = NewEvidence(reading: &fields, hasFile: hasFile)
                return { file, work in
                    let plan = try work.session.plan(reference)
                    let item = try Item.named(own, in: plan, work.session)
                    try plans.show(new, for: item, of: plan, file: file, naming: naming, work)
                    return PlanLinks.item(item, plan).at("evidence")
                }
            } orShowing: { filled in try await page(context, filled, "evidence") }
        }
        members.post(RouterPath("plans/:plan/\(noun)s/:\(noun)/evidence/:evidence/looks")) { request, context in
            try await keep(type, request, context, "looks", "It still shows it.", page) { fields in
                let through = fields.optionalDay("through", "The last day it holds")
                return { piece, plan, work in try plans.look(at: piece, in: plan, through: through, work) }
            }
        }
        members.post(RouterPath("plans/:plan/\(noun)s/:\(noun)/evidence/:evidence/withdrawal")) { request, context in
            try await keep(type, request, context, "withdrawal", "The evidence was taken back.", page) { fields in
                let because = fields.text("because", "Why", atMost: 2000)
                return { piece, plan, work in try plans.takeBack(piece, in: plan, because: because, work) }
            }
        }
    }

    private func keep<Item: PlanItem, Made>(
        _ type: Item.Type, _ request: Request, _ context: MemberContext, _ part: String, _ sentence: String,
        _ page: @escaping @Sendable (MemberContext, Filled, String) async throws -> Page,
        _ read: (inout Fields) -> @Sendable (Evidence, Plan, Work) throws -> Made
    ) async throws -> Response {
        if part != "looks" { try PlanPolicy.sendsEvidence(of: type).check(context.actor) }
        let (reference, own, id) = (try context.part("plan"), try context.part(Item.noun), try context.id("evidence", of: Evidence.self))
        return try await context.writing(request, in: desk, saying: sentence) { fields in
            let deed = read(&fields)
            return { work in
                let plan = try work.session.plan(reference)
                let item = try Item.named(own, in: plan, work.session)
                _ = try deed(work.session.evidence(id, for: item, in: plan), plan, work)
                return PlanLinks.item(item, plan).at("evidence")
            }
        } orShowing: { filled in try await page(context, filled, "\(id) \(part)") }
    }

    /// - Parameter refused: the form that was refused, where it was one of the card's.
    func evidenceCard<Item: PlanItem>(
        of item: Item, _ pieces: [EvidenceView], isBareClaim: Bool = false, in plan: Plan, may: Bool, mayLook: Bool? = nil, _ filled: Filled, refused: String?, _ viewer: Viewer,
        _ session: Session
    ) throws -> EvidenceCard {
        let whos = pieces.flatMap { [$0.evidence.by, $0.lastLook?.by].compactMap(\.self) }
        // An action or a finding shows nothing by being on record, and there are very many of them.
        let offered = may ? try naming.evidence(of: plan, session) : []
        let ours = refused == "evidence" || refused.map { part in pieces.contains { part.hasPrefix("\($0.evidence.id) ") } } == true
        return EvidenceCard(
            pieces: pieces, isBareClaim: isBareClaim, names: try naming.names(of: pieces.compactMap(\.evidence.record), session),
            measures: try session.measures(among: pieces.compactMap(\.evidence.record), on: viewer.day),
            authors: try authors(whos, session), offered: offered, may: may, mayLook: mayLook ?? may, intake: intake, adding: PlanLinks.evidence(of: item, plan),
            deed: { PlanLinks.evidence($0, of: item, plan, $1) }, file: { PlanLinks.file($0, plan) }, filled: ours ? filled : .fresh,
            refused: ours ? refused : nil, viewer: viewer)
    }
}

extension Naming {
    /// What is on record and may show something, by its kind: what measures the plan first, then the newest of all. An action or a finding
    /// shows nothing by being on record.
    fileprivate func evidence(of plan: Plan, _ session: Session) throws -> [Group] {
        let measures = try session.all(SuccessMeasure.self, "WHERE plan = \(plan.id) ORDER BY id DESC LIMIT \(Naming.mostOffered)").map(\.subject)
        let names = try names(of: measures, session)
        let own = measures.compactMap { subject in names[subject].map { (subject, $0) } }
        let others = try latest(session, without: [Action.noun, Finding.noun]).map { group in
            Group(group.title, group.things.filter { names[$0.subject] == nil })
        }
        return ([Group("Measures of this plan", own)] + others).filter { !$0.things.isEmpty }
    }
}

extension PlanFacts {
    /// The records of evidence that fits, and of what was done to it, for the history of what it shows.
    func subjectsOfEvidence(where fits: (Evidence) -> Bool) -> [Subject] {
        let own = evidence.filter(fits)
        let ids = Set(own.map(\.id))
        return own.map(\.subject) + own.compactMap(\.file).map { Attachment.subject($0) } + looks.filter { ids.contains($0.evidence) }.map(\.subject)
    }
}
