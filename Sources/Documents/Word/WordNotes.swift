/// What was met in a Word document that its reader should be told of.
struct WordNotes {
    var deleted = false
    var hidden = false
    var hiddenRows = 0
    var covered = false

    var notes: [String] {
        var notes: [String] = []
        if deleted { notes.append("The document has tracked changes: they were read as accepted, so deleted text was left out.") }
        if hidden { notes.append("Hidden text in the document was left out.") }
        if hiddenRows == 1 { notes.append("A hidden row of a table was left out.") }
        if hiddenRows > 1 { notes.append("\(hiddenRows) hidden rows of tables were left out.") }
        if covered { notes.append("Text in a merged cell that Word does not show was left out.") }
        return notes
    }
}
