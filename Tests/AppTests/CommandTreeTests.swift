@testable import App
import ArgumentParser
import Testing
import Web

/// The commands, walked as the tree they are.
struct CommandTreeTests {
    struct Leaf {
        let path: [String]
        let node: CommandNode
        var words: String { path.dropFirst().joined(separator: " ") }
    }

    static var leaves: [Leaf] { found(.muster, []) }

    private static func found(_ node: CommandNode, _ above: [String]) -> [Leaf] {
        let path = above + [node.name]
        return node.children.isEmpty ? [Leaf(path: path, node: node)] : node.children.flatMap { found($0, path) }
    }

    @Test func `each command says what it does, with an example that can be typed`() throws {
        #expect(CommandTreeTests.leaves.count > 50)
        for leaf in CommandTreeTests.leaves {
            let abstract = leaf.node.configuration.abstract
            #expect(abstract.hasSuffix(".") && abstract.count < 100, "\(leaf.words): “\(abstract)”")
            let examples = leaf.node.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  muster ") }
            #expect(!examples.isEmpty, "\(leaf.words) has no example")
            for example in examples {
                let words = ShellWords(String(example)).words
                #expect(Array(words.prefix(leaf.path.count)) == leaf.path, "\(example)")
                let command = try MusterCommand.parseAsRoot(try Flags(Array(words.dropFirst())).rest)
                #expect(type(of: command) == leaf.node.command, "\(example)")
            }
        }
    }

    @Test func `each group of commands says what it is about`() {
        func walk(_ node: CommandNode) {
            #expect(!node.configuration.abstract.isEmpty, "\(node.name)")
            for child in node.children { walk(child) }
        }
        walk(.muster)
    }

    @Test func `each command that shows or changes what is kept answers programs too`() {
        let silent: Set = [
            "serve", "completions", "plan export", "review export", "document export", "premises export", "measure export", "scorecard export", "enforcement-activity export", "notice export", "case export", "audit export", "quality export", "programme export", "paper export",
            "paper workbook", "register export", "risk export", "example register",
        ]
        // These look at files, or make the whole of the data: nobody acts by a role.
        let nobody: Set = ["plan preview", "notice clock", "programme plan", "measure chart", "backup check", "restore", "risk method check", "example risk"]
        for leaf in CommandTreeTests.leaves where !silent.contains(leaf.words) {
            let help = MusterCommand.helpMessage(for: leaf.node.command, columns: 120)
            #expect(help.contains("--json"), "\(leaf.words)")
            if !nobody.contains(leaf.words) { #expect(help.contains("--as "), "\(leaf.words)") }
        }
    }

    @Test(arguments: [
        (["plam", "show"], "muster has no command “plam”. Did you mean: muster plan"),
        (["plan", "shwo", "x"], "muster plan has no command “shwo”. Did you mean: muster plan show"),
        (["plan", "finding", "wihdraw"], "muster plan finding has no command “wihdraw”. Did you mean: muster plan finding withdraw"),
        (["xyzzy"], "muster has no command “xyzzy”. It has those that muster --help shows."),
    ])
    func `a misspelt command is told what it may have meant`(_ words: [String], _ sentence: String) {
        #expect(Suggestion.of(words, under: .muster)?.sentence == sentence)
    }

    @Test(arguments: [["plan", "show", "shwo"], ["plan"], [], ["help", "plam"], ["--version"], ["plan", "--help"]])
    func `what is spelt right is left alone`(_ words: [String]) {
        #expect(Suggestion.of(words, under: .muster) == nil)
    }

    /// The command beside each page route that changes something; or why there is none.
    static let beside = [
        "POST /plans": "plan begin", "POST /plans/{plan}/edit": "plan edit",
        "POST /plans/{plan}/findings": "plan finding add", "POST /plans/{plan}/findings/{finding}/edit": "plan finding edit",
        "POST /plans/{plan}/findings/{finding}/place": "plan finding move",
        "POST /plans/{plan}/findings/{finding}/withdrawal": "plan finding withdraw",
        "POST /plans/{plan}/withdrawals/{withdrawal}/restoration": "plan finding restore",
        "POST /plans/{plan}/findings/{finding}/actions": "plan action add", "POST /plans/{plan}/actions/{action}/edit": "plan action edit",
        "POST /plans/{plan}/actions/{action}/place": "plan action move",
        "POST /plans/{plan}/actions/{action}/withdrawal": "plan action withdraw",
        "POST /plans/{plan}/actions/{action}/updates": "plan update", "POST /plans/{plan}/actions/{action}/completion": "plan complete",
        "POST /plans/{plan}/actions/{action}/reopening": "plan reopen",
        "POST /plans/{plan}/actions/{action}/milestones": "plan milestone add",
        "POST /plans/{plan}/actions/{action}/milestones/{milestone}/reached": "plan milestone reach",
        "POST /plans/{plan}/actions/{action}/milestones/{milestone}/edit": "plan milestone correct",
        "POST /plans/{plan}/actions/{action}/milestones/{milestone}/withdrawal": "plan milestone withdraw",
        "POST /plans/{plan}/actions/{action}/updates/new": "plan update",
        "POST /plans/{plan}/actions/{action}/overrides": "plan standing ask",
        "POST /plans/{plan}/actions/{action}/overrides/{override}/decision": "plan standing agree",
        "POST /plans/{plan}/actions/{action}/overrides/{override}/ending": "plan standing end",
        "POST /plans/{plan}/actions/{action}/dependencies": "plan wait add",
        "POST /plans/{plan}/actions/{action}/dependencies/{dependency}/ending": "plan wait end",
        "POST /plans/{plan}/actions/{action}/needs": "plan need add", "POST /plans/{plan}/actions/{action}/needs/{need}/edit": "plan need edit",
        "POST /plans/{plan}/actions/{action}/needs/{need}/ending": "plan need end",
        "POST /plans/{plan}/actions/{action}/moves": "plan day ask",
        "POST /plans/{plan}/actions/{action}/moves/{move}/decision": "plan day agree",
        "POST /plans/{plan}/actions/{action}/moves/{move}/withdrawal": "plan day take-back",
        "POST /plans/{plan}/actions/{action}/acceptance": "plan verify", "POST /plans/{plan}/actions/{action}/acceptance/withdrawal": "plan unverify",
        "POST /plans/{plan}/actions/{action}/non-implementation": "plan action close",
        "POST /plans/{plan}/actions/{action}/non-implementation/reopening": "plan action reopen",
        "POST /plans/{plan}/findings/{finding}/non-implementation": "plan finding close",
        "POST /plans/{plan}/findings/{finding}/non-implementation/reopening": "plan finding reopen",
        "POST /plans/{plan}/findings/{finding}/inspectorate-closure": "plan inspectorate close",
        "POST /plans/{plan}/findings/{finding}/inspectorate-closure/reopening": "plan inspectorate reopen",
        "POST /plans/{plan}/closure": "plan closure propose", "POST /plans/{plan}/closure/decision": "plan closure agree",
        "POST /plans/{plan}/closure/withdrawal": "plan closure take-back", "POST /plans/{plan}/closure/reopening": "plan closure reopen",
        "POST /plans/{plan}/closure/look": "plan closure look",
        "POST /plans/{plan}/findings/{finding}/measures": "plan measure add", "POST /plans/{plan}/actions/{action}/measures": "plan measure add",
        "POST /plans/{plan}/measures/{measure}/edit": "plan measure edit", "POST /plans/{plan}/measures/{measure}/ending": "plan measure end",
        "POST /plans/{plan}/measures/{measure}/readings": "plan measure read",
        "POST /plans/{plan}/measures/{measure}/readings/{reading}/withdrawal": "plan measure take-back",
        "POST /plans/{plan}/actions/{action}/evidence": "evidence add", "POST /plans/{plan}/findings/{finding}/evidence": "evidence add",
        "POST /plans/{plan}/actions/{action}/evidence/{evidence}/looks": "evidence look",
        "POST /plans/{plan}/findings/{finding}/evidence/{evidence}/looks": "evidence look",
        "POST /plans/{plan}/actions/{action}/evidence/{evidence}/withdrawal": "evidence withdraw",
        "POST /plans/{plan}/findings/{finding}/evidence/{evidence}/withdrawal": "evidence withdraw",
        "POST /imports": "plan preview", "POST /imports/{import}": "plan import",
        "POST /boards": "board begin", "POST /boards/{board}/edit": "board edit", "POST /boards/{board}/seats": "board seat",
        "POST /boards/{board}/seats/{seat}/ending": "board unseat", "POST /boards/{board}/meetings": "board call",
        "POST /boards/{board}/guests": "board guest make", "POST /boards/{board}/guests/{link}/ending": "board guest end",
        "POST /boards/{board}/meetings/{meeting}/edit": "board amend", "POST /boards/{board}/meetings/{meeting}/cancellation": "board cancel",
        "POST /boards/{board}/meetings/{meeting}/agenda": "board agenda add",
        "POST /boards/{board}/meetings/{meeting}/agenda/{item}/place": "board agenda move",
        "POST /boards/{board}/meetings/{meeting}/agenda/{item}/removal": "board agenda remove",
        "POST /boards/{board}/meetings/{meeting}/decisions": "board decide", "POST /boards/{board}/decisions/{decision}/strike": "board strike",
        "POST /reviews": "review begin", "POST /reviews/{review}/edit": "review edit", "POST /reviews/{review}/judgments": "review judge",
        "POST /reviews/{review}/recommendations": "review recommend",
        "POST /reviews/{review}/recommendations/{recommendation}/edit": "review reword",
        "POST /reviews/{review}/concerns": "review raise", "POST /reviews/{review}/concerns/{concern}/edit": "review amend",
        "POST /reviews/{review}/concerns/{concern}/submission": "review submit", "POST /reviews/{review}/retractions": "review retract",
        "POST /audits": "audit plan", "POST /audits/{audit}/edit": "audit replan", "POST /audits/{audit}/sheet": "audit fill", "POST /audits/{audit}/saving": "audit fill",
        "POST /audits/{audit}/completion": "audit complete", "POST /audits/{audit}/correction": "audit correct", "POST /audits/{audit}/abandonment": "audit abandon",
        "POST /audits/{audit}/exception": "audit except", "POST /audits/{audit}/letter": "audit send-letter",
        "POST /audits/{audit}/letter/printing/{file}": "audit save-letter", "POST /audits/{audit}/letters/{letter}/printing/{file}": "audit save-letter",
        "POST /audits/authorisations": "audit authorise", "POST /audits/authorisations/{authorisation}/end": "audit end-authorisation",
        "POST /audits/levels": "audit define-level", "POST /audits/levels/{level}/end": "audit end-level",
        "POST /programme": "programme begin", "POST /programme/{programme}/edit": "programme objectives", "POST /programme/{programme}/officers": "programme add-officer",
        "POST /programme/{programme}/officers/{capacity}/edit": "programme change-officer", "POST /programme/{programme}/plans": "programme make",
        "POST /programme/{programme}/plans/{edition}/adoption": "programme adopt", "POST /programme/{programme}/months/{month}": "programme plan-month",
        "POST /enforcement/notices/{notice}/printing/{file}": "notice save",
        "POST /enforcement/cases": "case open", "POST /enforcement/cases/{case}/edit": "case edit",
        "POST /enforcement/cases/{case}/closure": "case close", "POST /enforcement/cases/{case}/reopening": "case reopen",
        "POST /enforcement/cases/{case}/findings": "case find", "POST /enforcement/cases/{case}/findings/{finding}/retraction": "case strike-finding",
        "POST /enforcement/cases/{case}/rationale": "case reason", "POST /enforcement/cases/{case}/outcomes": "case add-outcome",
        "POST /enforcement/cases/{case}/outcomes/{outcome}/result": "case settle-outcome", "POST /enforcement/cases/{case}/notices": "notice draft",
        "POST /enforcement/notices/{notice}/edit": "notice edit", "POST /enforcement/notices/{notice}/amendments": "notice amend",
        "POST /enforcement/notices/{notice}/events/{event}/retraction": "notice strike", "POST /enforcement/signing": "notice authorise",
        "POST /enforcement/signing/{authority}/end": "notice end-authority", "POST /enforcement/notices/{notice}/consultations": "notice consult",
        "POST /enforcement/notices/{notice}/approval": "notice approve", "POST /enforcement/notices/{notice}/sending-back": "notice send-back",
        "POST /enforcement/notices/{notice}/abandonment": "notice abandon", "POST /enforcement/notices/{notice}/services": "notice serve",
        "POST /enforcement/notices/{notice}/extensions": "notice extend", "POST /enforcement/notices/{notice}/appeals": "notice appeal",
        "POST /enforcement/notices/{notice}/disposals": "notice dispose", "POST /enforcement/notices/{notice}/directions": "notice direct",
        "POST /enforcement/notices/{notice}/objections": "notice object", "POST /enforcement/notices/{notice}/resolutions": "notice resolve",
        "POST /enforcement/notices/{notice}/inspections": "notice inspect", "POST /enforcement/notices/{notice}/withdrawal": "notice withdraw",
        "POST /documents": "document add", "POST /documents/{document}/edit": "document edit",
        "POST /documents/{document}/withdrawal": "document withdraw", "POST /documents/{document}/restoration": "document restore",
        "POST /documents/{document}/versions": "document add-version", "POST /documents/{document}/versions/{version}/edit": "document edit-version",
        "POST /documents/{document}/reviews": "document review",
        "POST /premises/import": "premises import", "POST /premises/import/{import}": "premises import",
        "POST /premises": "premises add", "POST /premises/{premises}/edit": "premises edit", "POST /premises/{premises}/merger": "premises merge",
        "POST /premises/{premises}/parting": "premises part", "POST /premises/{premises}/responsible": "premises add-responsible",
        "POST /premises/{premises}/responsible/{responsibility}/edit": "premises edit-responsible",
        "POST /duty-holders": "duty-holder add", "POST /duty-holders/{holder}/edit": "duty-holder edit",
        "POST /duty-holders/{holder}/addresses": "duty-holder add-address",
        "POST /duty-holders/{holder}/addresses/{address}/edit": "duty-holder edit-address",
        "POST /risk/methods": "risk method add", "POST /risk/methods/{method}/edit": "risk method edit", "POST /risk/methods/{method}/adoption": "risk method adopt",
        "POST /risk/premises/{premises}/markers": "risk mark", "POST /risk/premises/{premises}/markers/{marker}/ending": "risk unmark",
        "POST /risk/premises/{premises}/compliance": "risk note", "POST /risk/premises/{premises}/compliance/{compliance}/retraction": "risk strike",
        "POST /enforcement/policy": "enforcement-policy draft", "POST /enforcement/policy/{policy}/edit": "enforcement-policy edit",
        "POST /enforcement/policy/{policy}/effect": "enforcement-policy effect", "POST /enforcement/policy/{policy}/objectives": "enforcement-policy aim",
        "POST /enforcement/policy/{policy}/objectives/{objective}/edit": "enforcement-policy change",
        "POST /enforcement/policy/{policy}/objectives/{objective}/removal": "enforcement-policy drop",
        "POST /enforcement/activity": "enforcement-activity state", "POST /enforcement/activity/{stated}/edit": "enforcement-activity correct",
        "POST /performance/measures": "measure add", "POST /performance/measures/{indicator}/edit": "measure edit", "POST /performance/measures/{indicator}/end": "measure end",
        "POST /performance/measures/{indicator}/values": "measure record", "POST /performance/measures/{indicator}/targets": "measure aim",
        "POST /performance/measures/{indicator}/targets/{target}/removal": "measure drop-target", "POST /performance/measures/{indicator}/rebases": "measure rebase",
        "POST /performance/measures/{indicator}/rebases/{rebase}/removal": "measure drop-rebase", "POST /performance/values": "measure import", "POST /performance/values/preview": "measure import",
        "POST /performance/reports/{by}/{period}/commentary": "performance-report comment", "POST /performance/reports/{by}/{period}/exceptions/{indicator}": "performance-report explain",
        "POST /performance/reports/{by}/{period}/signature": "performance-report sign", "POST /performance/reports/{by}/{period}/printing/{file}": "performance-report save",
        "POST /quality/checks": "quality open", "POST /quality/checks/{check}/assignment": "quality assign", "POST /quality/checks/{check}/sheet": "quality fill",
        "POST /quality/checks/{check}/completion": "quality complete", "POST /quality/checks/{check}/correction": "quality correct", "POST /quality/checks/{check}/reply": "quality answer",
        "POST /quality/checks/{check}/calling-off": "quality call-off", "POST /quality/checks/{check}/remedials": "quality remedy",
        "POST /quality/remedials/{remedial}/edit": "quality edit-remedial", "POST /quality/remedials/{remedial}/completion": "quality finish", "POST /quality/remedials/{remedial}/look": "quality look",
        "POST /quality/remedials/{remedial}/plan-action": "quality open-action",
        "POST /quality/plans": "quality plan", "POST /quality/plans/{plan}/edit": "quality replan", "POST /quality/plans/{plan}/draw": "quality draw", "POST /quality/plans/{plan}/dropping": "quality drop",
        "POST /quality/forms": "quality draft", "POST /quality/forms/{form}/edit": "quality edit-form", "POST /quality/forms/{form}/adoption": "quality adopt",
        "POST /quality/calibrations": "quality calibration open", "POST /quality/calibrations/{calibration}/sheet": "quality calibration answer",
        "POST /quality/calibrations/{calibration}/closure": "quality calibration close", "POST /quality/calibrations/{calibration}/abandonment": "quality calibration abandon",
        "POST /quality/reports/{frequency}/{reported}/commentary": "quality report comment", "POST /quality/reports/{frequency}/{reported}/signature": "quality report sign",
        "POST /quality/reports/{frequency}/{reported}/printing/{file}": "quality report save",
        "POST /papers": "paper write", "POST /papers/{paper}/edit": "paper edit", "POST /papers/{paper}/write": "paper section write",
        "POST /papers/{paper}/discard": "paper discard", "POST /papers/{paper}/asking": "paper ask", "POST /papers/{paper}/issue": "paper issue",
        "POST /papers/{paper}/withdrawal": "paper withdraw", "POST /templates": "paper template add", "POST /templates/{template}/edit": "paper template edit",
        "POST /people": "person add", "POST /people/{party}": "person edit", "POST /people/{party}/leaving": "person leave",
        "POST /people/{party}/return": "person return", "POST /people/{party}/ties": "person hold",
        "POST /people/{party}/holdings/{tie}/ending": "person end", "POST /people/{party}/memberships/{tie}/ending": "person end",
        "POST /accounts": "account add", "POST /accounts/{account}/roles": "account roles", "POST /accounts/{account}/email": "account email",
        "POST /accounts/{account}/suspension": "account suspend", "POST /accounts/{account}/return": "account restore",
        "POST /accounts/{account}/links": "account link",
        "POST /board-room/looks": "board-room read",
        "POST /account/reminders": "remind mail", "POST /account/calendar": "remind calendar make",
        "POST /account/calendar/revocation": "remind calendar revoke",
        "POST /register-sources": "register source add", "POST /register-sources/{source}/edit": "register source edit", "POST /register-sources/{source}/removal": "register source remove",
        "POST /register-sources/{source}/harvests": "register harvest",
        "POST /copies": "backup make", "POST /account/tokens": "token create", "POST /tokens/{number}/revocation": "token revoke",
    ]

    static let pageAlone = [
        "POST /papers/{paper}/printing/{file}": "a command waits for what it prints, with: muster paper export",
        "POST /papers/{paper}/printing/{file}/cancellation": "a command is stopped where it runs",
        "POST /premises/import/{import}/discard": "a command keeps no file between one run and the next",
        "POST /imports/{import}/discard": "a command keeps no document between one run and the next",
        "POST /sign-in": "whoever can run the command is let in by the machine", "POST /sign-out": "a command has no visit",
        "POST /account/sign-outs": "a command has no visit", "POST /account/sign-ins/{signIn}/ending": "a command has no visit",
        "POST /account/password": "a password is typed by the person whose it is, and never on a command line",
        "POST /invitation/{token}": "a password is typed by the person whose it is, and never on a command line",
        "POST /welcome/{token}": "the first account is opened by: muster account add",
    ]

    @Test func `what a page changes a command changes too`() async throws {
        let site = try await AppWorld.routes()
        let commands = Set(CommandTreeTests.leaves.map(\.words))
        let changing = Set(site.map(\.name).filter { !$0.hasPrefix("GET ") && !$0.contains(" /api/") })
        for route in changing {
            let command = CommandTreeTests.beside[route]
            #expect(command != nil || CommandTreeTests.pageAlone[route] != nil, "\(route) has no command beside it")
            if let command { #expect(commands.contains(command), "\(command)") }
        }
        for route in Array(CommandTreeTests.beside.keys) + Array(CommandTreeTests.pageAlone.keys) { #expect(changing.contains(route), "\(route) is no route") }
    }
}

/// A line of a shell as its words, with single quotes taken off and what follows `>` left out.
struct ShellWords {
    let words: [String]

    init(_ line: String) {
        var (words, word, isQuoted, began) = ([String](), "", false, false)
        for character in line {
            if character == "'" { isQuoted.toggle(); began = true; continue }
            if character == " ", !isQuoted {
                if began { words.append(word) }
                (word, began) = ("", false)
                continue
            }
            word.append(character)
            began = true
        }
        if began { words.append(word) }
        self.words = Array(words.prefix { $0 != ">" })
    }
}
