/// The articles of the Order that a notice may speak of, through time.
///
/// Only what was read in a published source is here. Article 9A (competence of who assists with an assessment) is not: section 156 of the Building Safety
/// Act 2022 has it, but it was not brought into force with the rest on 1 October 2023.
public struct Articles: Sendable {
    /// In the order of the Order; the wordings of one article one after another.
    public let all: [Article]
    private let places: [String: Int]

    public init(_ all: [Article]) {
        self.all = all
        places = Dictionary(all.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// Those of the Regulatory Reform (Fire Safety) Order 2005, in force in England and Wales since 1 October 2006.
    public static let order = Articles(duties + notices + procedures + others)

    /// The article as it stood on a day; nil where there was none.
    public func article(_ code: String, on day: Day) -> Article? { all.first { $0.code == code && $0.stood(on: day) } }

    /// What an article of a past notice is shown as: its wording on the day, or else the one nearest to it; nil of a number that the table never had.
    public func known(_ code: String, on day: Day) -> Article? {
        article(code, on: day) ?? all.filter { $0.code == code }.min { abs($0.from.days(until: day)) < abs($1.from.days(until: day)) }
    }

    /// Those that stood on a day.
    public func standing(on day: Day, role: Article.Role? = nil) -> [Article] {
        all.filter { $0.stood(on: day) && (role == nil || $0.role == role) }
    }

    /// Where an article stands in the Order, for sorting; what is not in it stands last.
    public func place(of code: String) -> Int { places[code] ?? .max }
}

extension Articles {
    /// 1 October 2006, the day the Order began to apply.
    public static let began = Day(number: 13_422)
    /// 1 October 2023, the day section 156 changed it.
    private static let changed = Day(number: 19_631)
    private static let made = "S.I. 2005/1541, arrangement of articles, legislation.gov.uk/uksi/2005/1541"
    private static let amended = "Building Safety Act 2022, section 156, in force 1 October 2023, legislation.gov.uk/ukpga/2022/30/section/156"

    private static func since2006(_ code: String, _ heading: String, _ meaning: String, _ role: Article.Role = .duty) -> Article {
        Article(code: code, heading: heading, meaning: meaning, role: role, from: began, source: made)
    }

    private static func until2023(_ code: String, _ heading: String, _ meaning: String) -> Article {
        Article(code: code, heading: heading, meaning: meaning, from: began, through: changed.adding(days: -1), source: made)
    }

    private static func since2023(_ code: String, _ heading: String, _ meaning: String) -> Article {
        Article(code: code, heading: heading, meaning: meaning, from: changed, source: amended)
    }

    private static let duties: [Article] = [
        since2006("8", "Duty to take general fire precautions", "Take the precautions against fire that keep employees safe as far as is reasonably practicable, and that make the premises safe for everybody else who may be there."),
        until2023("9", "Risk assessment", "Assess the risk from fire to everybody who may be there, keep the assessment up to date, and in the cases that the Order names write down what was found."),
        since2023("9", "Risk assessment", "Assess the risk from fire to everybody who may be there, keep the assessment up to date, and write all of it down."),
        since2006("10", "Principles of prevention to be applied", "Choose measures by the principles that the Order lists: first avoid risks, then deal at their source with those that can’t be avoided."),
        until2023("11", "Fire safety arrangements", "Have arrangements to plan, organise, control, watch and review fire precautions, and in the cases that the Order names write them down."),
        since2023("11", "Fire safety arrangements", "Have arrangements to plan, organise, control, watch and review fire precautions, and write them down."),
        since2006("12", "Elimination or reduction of risks from dangerous substances", "Where there is something that may burn or explode, do without it or make the risk from it as small as is reasonably practicable."),
        since2006("13", "Fire-fighting and fire detection", "Have the fire-fighting equipment, detectors and alarms that the premises need, easy to reach, simple to use and marked by signs."),
        since2006("14", "Emergency routes and exits", "Keep the ways out clear and usable at all times: leading to safety as directly as possible, with doors that open, enough of them, lit and marked."),
        since2006("15", "Procedures for serious and imminent danger and for danger areas", "Have a plan for an emergency, practise it in drills, name enough competent people to carry it out, and keep people out of danger areas."),
        since2006("16", "Additional emergency measures in respect of dangerous substances", "Where there are dangerous substances, have further arrangements for an emergency with them, and information about them for the emergency services."),
        since2006("17", "Maintenance", "Keep the premises and all fire safety equipment maintained, in working order and in good repair."),
        since2006("18", "Safety assistance", "Appoint one or more competent people to help with fire safety measures."),
        since2006("19", "Provision of information to employees", "Tell employees, so that they understand it, about the risks, the measures and what to do in a fire."),
        since2006("20", "Provision of information to employers and the self-employed from outside undertakings", "Tell employers whose people work there, and the self-employed, about the risks and the measures."),
        since2006("21", "Training", "Train employees in fire safety when they begin, when risks change, and again from time to time."),
        since2023("21A", "Provision of information to residents of domestic premises", "In a building with two or more homes, give residents information that they can understand about the risks of fire, the measures against it and who is responsible."),
        until2023("22", "Co-operation and co-ordination", "Where several are responsible for the same premises, work together and tell each other of risks."),
        since2023("22", "Co-operation and co-ordination between responsible persons", "Find out who else is responsible for the same premises, tell each other who answers for what and where notices can be sent, and work together."),
        since2023("22A", "Provision of information to new responsible person", "On leaving, give whoever becomes responsible next the fire safety information that there is."),
        since2023("22B", "Co-operation with accountable persons", "In a higher-risk building, find out who its accountable persons are under the Building Safety Act 2022, and work with them."),
        since2006("23", "General duties of employees at work", "As an employee, take care of yourself and others, help the employer with fire safety, and report serious dangers."),
        since2006("24", "Power to make regulations about fire precautions", "Follow regulations made under this article, such as those for blocks of flats."),
    ]

    private static let notices: [Article] = [
        since2006("29", "Alterations notices", "The premises are a serious risk, or would be if they were changed: the authority must be told before a change is made.", .notice),
        since2006("30", "Enforcement notices", "A duty of the Order was not kept, and what is wrong must be put right by a day.", .notice),
        since2006("31", "Prohibition notices", "The risk is so serious that the premises, or part of them, may not be used, or only within limits, until it is dealt with.", .notice),
    ]

    private static let procedures: [Article] = [
        since2006("32", "Offences", "What is an offence under the Order, such as not complying with a notice.", .procedure),
        since2006("35", "Appeals", "Whoever was served with a notice may appeal to a magistrates’ court within 21 days.", .procedure),
        since2006("36", "Determination of disputes by Secretary of State", "Where both sides agree that there is a failure but not on how to put it right, they may ask the Secretary of State.", .procedure),
    ]

    private static let others: [Article] = [
        since2006("37", "Fire-fighters' switches for luminous tube signs etc.", "Signs and equipment that work at high voltage need a switch that firefighters can find and reach."),
        since2006("38", "Maintenance of measures provided for protection of fire-fighters", "Keep what is there for the use and protection of firefighters maintained and in working order."),
    ]
}
