import Kernel
import Markup
import Web

extension NoticeState {
    var tone: Tone {
        switch self {
        case .draft: .blue
        case .authorised, .deferred, .suspended: .amber
        case .inForce, .expired: .red
        case .complied: .green
        case .abandoned, .withdrawn, .cancelled: .grey
        }
    }
}

extension RegisterState {
    var words: String {
        switch self {
        case .notDue: "Not due yet"
        case .window: "To be entered"
        case .published: "In the register"
        case .interim: "In the register with three particulars"
        case .overdue: "Overdue"
        case .removed: "Taken out"
        case .never: "Never entered"
        }
    }

    var tone: Tone {
        switch self {
        case .notDue, .removed, .never: .grey
        case .window, .interim: .amber
        case .published: .green
        case .overdue: .red
        }
    }
}

/// The standing as its tag, with why it is so.
func standingCell(_ view: NoticeView) -> HTML { tag(view.state.words, view.state.tone, why: "\(view.why.capitalisedFirst).") }

/// What stands between a draft and its approval, one by one.
func obstacleList(_ view: NoticeView) -> HTML {
    view.obstacles.isEmpty ? .empty : notice("Before it can be approved:<ul>\(view.obstacles.map { "<li>\($0.sentence)</li>" as HTML })</ul>", .amber)
}

func caseTag(_ one: EnforcementCase, on day: Day) -> HTML { one.isOpen(on: day) ? tag("Open", .blue) : tag("Closed", .grey) }

/// `Articles 14 and 17`, each with its heading where one points at it.
func articleWords(_ codes: [String]) -> HTML { codes.isEmpty ? quiet("None named") : "\(codes.count == 1 ? "Article" : "Articles") \(listed(codes))" }

/// The day a page's form begins with.
func dayField(_ filled: Filled, _ viewer: Viewer, _ label: String = "The day") -> HTML { filled.day("on", label, viewer.today) }

/// A reference that leads to its page, on one line.
func referenceLink(_ reference: String, to link: Link) -> HTML { "<a class=\"whole\" href=\"\(link)\">\(reference)</a>" }
