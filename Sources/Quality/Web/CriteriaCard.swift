import Kernel
import Markup
import Web

/// The criteria of a form, each with its answer and a note, with room for a thumb.
struct CriteriaCard {
    let form: QualityForm
    let held: [QualityFinding]
    let filled: Filled

    var html: HTML {
        card("\(form.title), \(form.name)", id: "criteria", """
            \(small("Not evidenced means that it may have been done, and the file does not show it. Where something failed or was not evidenced, say what was seen: whoever did the work reads it."))\
            \(filled.error("answers").map { "<p class=\"error\" id=\"answers\">\($0)</p>" as HTML })\(form.criteria.map(criterion))
            """)
    }

    private func criterion(_ criterion: QualityCriterion) -> HTML {
        let held = held.first { $0.criterion == criterion.code }
        let name = "answer-\(criterion.code)"
        let chosen = filled.value(name, held?.answer.rawValue)
        let choices: [HTML] = [choice(name, "", "Not answered yet", chosen)] + QualityAnswer.allCases.map { choice(name, $0.rawValue, $0.words, chosen) }
        return """
            <section class="article" id="criterion-\(criterion.code)"><h3>\(criterion.title)</h3>\(criterion.guidance.map { "<p class=\"hint\">\($0)</p>" as HTML })\
            <fieldset class="field levels\(filled.error(name) == nil ? "" : " wrong")"><legend>The answer</legend>\
            \(filled.error(name).map { "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" as HTML })\(choices)</fieldset>\
            \(filled.lines("note-\(criterion.code)", "What was seen", held?.note, rows: 2, required: false))</section>
            """
    }

    private func choice(_ name: String, _ value: String, _ words: String, _ chosen: String) -> HTML {
        let id = value.isEmpty ? name : "\(name)-\(value)"
        return """
            <label class="choice" for="\(id)"><input id="\(id)" type="radio" name="\(name)" value="\(value)" \(flag: "checked", value == chosen)> <span>\(words)</span></label>
            """
    }
}
