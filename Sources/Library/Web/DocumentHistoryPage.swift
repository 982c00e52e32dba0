import Kernel
import Markup
import Web

/// What happened to a document, newest first, as the journal tells it.
struct DocumentHistoryPage {
    let document: ControlledDocument
    let told: [HistoryEntry]
    let viewer: Viewer

    var page: Page {
        Page(
            title: "History",
            crumbs: [("Documents", viewer.link(DocumentLinks.list)), (document.title, viewer.link(DocumentLinks.document(document)))],
            section: "documents", hasDay: false, body: """
                \(lead("History", under: "Every change to \(document.title), newest first, as the journal holds it."))\
                \(card(nil, history(told)))\
                \(told.count >= DocumentHistory.most ? small("The newest \(DocumentHistory.most) entries are shown.") : nil)
                """)
    }
}
