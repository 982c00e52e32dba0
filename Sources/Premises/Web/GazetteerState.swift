import Kernel
import People
import Storage

/// A record of premises or of a duty holder as an entry of the journal holds it.
enum GazetteerState: RecordState {
    case premises(Premises), responsibility(Responsibility), holder(DutyHolder), address(ServiceAddress)

    init?(_ entry: Entry) {
        let found: GazetteerState? = switch entry.subject.kind {
        case Premises.table.name: entry.record().map(GazetteerState.premises)
        case Responsibility.table.name: entry.record().map(GazetteerState.responsibility)
        case DutyHolder.table.name: entry.record().map(GazetteerState.holder)
        case ServiceAddress.table.name: entry.record().map(GazetteerState.address)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    var reason: String? { nil }
    var subjects: [Subject] { [] }
}

/// What was done to them as sentences, with what each said or how it changed.
struct GazetteerWords: RecordWords {
    /// Names, as duty holders are called now.
    let holders: [ID<DutyHolder>: String]

    init(of states: [GazetteerState], _ session: Session) throws {
        let ids = states.compactMap { if case .responsibility(let own) = $0 { own.holder } else { nil } }
        holders = try session.byNumber(DutyHolder.self, Set(ids)).mapValues(\.name)
    }

    func deed(_ verb: String, _ state: GazetteerState?) -> String {
        if case .responsibility(let own) = state { "\(verb): \(holders[own.holder] ?? "somebody")" } else { verb }
    }

    func parts(_ state: GazetteerState) -> [RecordPart] {
        switch state {
        case .premises(let premises):
            [RecordPart("Name", premises.name), RecordPart("Address", premises.address.joined(separator: ", ")),
             RecordPart("Postcode", premises.postcode?.text ?? ""), RecordPart("UPRN", premises.uprn?.description ?? ""),
             RecordPart("Area", premises.area ?? ""), RecordPart("Place", premises.place.map { "\($0.latitude), \($0.longitude)" } ?? ""),
             RecordPart("Type", premises.type.words), RecordPart("Storeys", premises.storeys.map(String.init) ?? ""),
             RecordPart("Height", premises.height.map { "\($0.plain) m" } ?? ""), RecordPart("Sleeping", Sleeping(premises.sleeping).words),
             RecordPart("Notes", premises.notes ?? ""), RecordPart("Reference", premises.reference.text, isNews: false)]
        case .responsibility(let own):
            [RecordPart("Who", holders[own.holder] ?? "", isNews: false), RecordPart("Capacity", "\(own.capacity.words), \(own.capacity.provision)"),
             RecordPart("From", "\(own.from)"), RecordPart("Until", words(own.through)), RecordPart("Note", own.note ?? "")]
        case .holder(let holder):
            [RecordPart("Name", holder.name), RecordPart("Kind", holder.kind.words), RecordPart("Company number", holder.companyNumber ?? ""),
             RecordPart("Contact", holder.contact ?? ""), RecordPart("E-mail", holder.email ?? ""), RecordPart("Telephone", holder.phone ?? "")]
        case .address(let address):
            [RecordPart("Kind", address.kind.words), RecordPart("Address", address.line), RecordPart("From", "\(address.from)"),
             RecordPart("Until", words(address.through))]
        }
    }

    private func words(_ day: Day?) -> String { day.map(\.description) ?? "" }
}
