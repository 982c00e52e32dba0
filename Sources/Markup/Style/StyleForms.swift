import Kernel

func styledForms() -> HTML {
    let refusal: Refusal? = .fields([
        .init("said-on", "The day “32 March” is not a day. Write it as 2021-03-31."),
        .init("narrative", "Enter what happened."),
        .init("stated", "Choose how it stands."),
    ])
    let options = [(value: "green", label: "On track"), (value: "amber", label: "At risk"), (value: "red", label: "Late")]
    return """
        \(errorSummary(refusal))
        \(card("Say what happened", id: "forms", form(to: Link("plans"), token: "styled", """
            \(hidden("version", "3"))
            \(field("said-on", "Day this speaks of", value: "", hint: "The day it was so, not the day you write.", error: refusal.about("said-on"), kind: .date))
            \(area("narrative", "What happened", hint: "Two or three sentences the board can read.", error: refusal.about("narrative")))
            \(radios("stated", "How it stands, as you see it", options: options, error: refusal.about("stated")))
            \(field("forecast", "Day you now expect", value: "2021-04-30", kind: .date, required: false))
            \(buttons(submit("Record the update"), button("Leave it", to: Link("plans"), quiet: true)))
            """)))
        \(card("Every kind of field", form(to: Link("plans"), token: "styled", multipart: true, """
            \(field("title", "Title", value: "Peer review \"response\" & <plan>"))
            \(field("email", "E-mail", kind: .email, autocomplete: "email"))
            \(field("password", "Password", hint: "At least 12 characters. Three words make a good one.", kind: .password, autocomplete: "new-password"))
            \(field("percent", "Share done, in percent", value: "40", kind: .number, required: false))
            \(select("rules", "Rules", options: [("standing-2021-1", "Standing 2021-1"), ("standing-2021-2", "Standing 2021-2")], chosen: "standing-2021-2"))
            \(checkboxes("roles", "Roles", options: [("reader", "Reader"), ("owner", "Owner"), ("manager", "Manager")], chosen: ["reader"], hint: "What they may do adds up."))
            \(fieldset("Evidence", hint: "Anything that shows it was done.", """
                \(fileField("file", "File", accept: ".pdf,.docx", most: 20 << 20, required: false))
                \(checkbox("public", "The public may read it"))
                """))
            \(buttons(submit("Save"), submit("Save and add another", name: "then", value: "again", quiet: true), submit("Withdraw the action", name: "then", value: "withdraw", danger: true)))
            """)))
        \(errorSummary(.conflict("plan-changed", "The plan was changed while you were writing. Read what is there now, then send yours again.")))
        \(card("Deeds of one button", "<div class=\"actions\">\(postButton("Move up", to: Link("plans"), token: "styled"))\(postButton("Withdraw", to: Link("plans"), token: "styled", danger: true))</div>"))
        \(card("Sign in", form(to: Link("sign-in"), token: "styled", """
            \(field("sign-in-email", "E-mail", kind: .email, autocomplete: "username"))
            \(field("sign-in-password", "Password", kind: .password, autocomplete: "current-password"))
            \(buttons(submit("Sign in")))
            """)))
        """
}
