/// The words that services put over the columns of their plans, and which kind of column each means.
///
/// A weight says how much a phrase decides: words for owners, days, references and statuses outweigh words for actions and
/// findings, because those also stand before them (“Action owner”, “Recommendation status”). Within one kind, of two
/// columns the heavier is the one meant.
enum HeadingWords {
    struct Phrase: Sendable {
        let words: [String]
        let field: ColumnMap.Field
        let weight: Int
    }

    /// By first word, so that a heading is compared with few phrases.
    static let byFirstWord: [String: [Phrase]] = {
        var phrases: [String: [Phrase]] = [:]
        for (field, weight, list) in table {
            for text in list.split(separator: ",") {
                let words = text.plainWords.map(singular)
                guard let first = words.first else { continue }
                phrases[first, default: []].append(Phrase(words: words, field: field, weight: weight))
            }
        }
        return phrases
    }()

    /// Without the s of a plural, so that “Actions” and “Action” are one.
    static func singular(_ word: String) -> String {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    private static let table: [(ColumnMap.Field, Int, String)] = [
        (.owner, 92, "action owner, owner, lead, lead officer, action lead, lead by, led by, owned by, who, by whom, who by"),
        (.owner, 91, "responsible, responsible officer, responsible person, person responsible, officer responsible, responsibility"),
        (.owner, 90, "assigned to, allocated to, action by, actioned by, action holder, delegated to, assignee, officer, manager"),
        (.owner, 88, "accountable, accountable officer, accountability, sro, senior responsible officer, senior responsible owner"),
        (.owner, 70, "sponsor, executive sponsor, strategic lead, portfolio holder, person"),
        (.owner, 45, "name, team, department, directorate, dept, post, role"),
        (.jointOwner, 94, "joint owner, joint lead, co lead, deputy lead, second owner, other owner, supporting officer, support officer"),
        (.jointOwner, 93, "support lead, supported by, supporting lead, supporting team, other lead, key contributor"),
        (.jointOwner, 60, "support, supporting, partner"),
        (.due, 99, "original due date, original date, original target date, original target, original due, original deadline"),
        (.due, 99, "original completion date, original delivery date, baseline date, agreed date"),
        (.due, 97, "due date, date due, due, due by, target date, date for completion, target completion date, target delivery date"),
        (.due, 96, "delivery date, deadline, by when, when by, target completion, complete by, completed by, to be completed by"),
        (.due, 96, "delivered by, delivery by, deliver by, finish by, done by, when will it be done, date by which, planned date, expected date, due for completion, deadline date"),
        (.due, 95, "completion date, planned completion date, expected completion date, expected completion, planned completion"),
        (.due, 95, "anticipated completion date, anticipated completion, estimated completion date, estimated completion"),
        (.due, 94, "timescale, time scale, timeframe, time frame, when, end date, finish date, planned end, planned end date, implementation date"),
        (.due, 75, "timeline, finish, end, completion, delivery"),
        (.due, 55, "date, quarter, month"),
        (.due, 30, "target, by"),
        (.revisedDue, 100, "revised date, revised, revised due date, revised target date, revised target, revised completion date, revised deadline"),
        (.revisedDue, 100, "revised delivery date, revised completion, revised timescale, new date, new due date, new target date, new deadline"),
        (.revisedDue, 100, "forecast, forecast date, forecast completion, forecast completion date, projected date, projected completion date"),
        (.revisedDue, 100, "extended to, extension, extension date, extended date, amended date, amended due date, rebaselined date, re baselined date"),
        (.startDate, 98, "start date, date started, start, date start, commencement date, commenced, planned start, actual start, start by"),
        (.completedOn, 100, "date completed, actual completion date, actual completion, completed on, completed date, date complete, actual date"),
        (.completedOn, 100, "date closed, closed date, closure date, date of completion, actual end date, date achieved, date delivered, actual finish"),
        (.ignored, 101, "date raised, date added, date issued, issue date, date reported, date opened, date identified, date created, date logged"),
        (.ignored, 101, "date of last update, last updated, date updated, last update date, update date, date of update, next update"),
        (.ignored, 101, "review date, date of review, next review, next review date, committee date, board date, meeting date, last reviewed"),
        (.ignored, 101, "number of action, no of action, total action, previous rag, previous status, last rag"),
        (.ignored, 101, "previous brag, rag last month, rag last quarter, date of recommendation, date of report, date of inspection, lead time"),
        (.ignored, 60, "priority, risk, risk rating, risk score, likelihood, cost, budget, resource, dependency, impact, duration, day remaining"),
        (.ignored, 60, "created, created by, updated by, modified, author, version, percentage complete, percent complete, page"),
        (.status, 96, "rag, brag, rag status, brag status, rag rating, brag rating, current rag, progress rag, rag progress, bragg, rygb"),
        (.status, 95, "status, progress status, action status, current status, delivery status, overall status, progress rating, completion status"),
        (.status, 94, "on track, delivery confidence, open closed, open or closed, state, action complete, complete y n"),
        (.status, 65, "complete, completed, done, complete yes no, rating, closed, achieved, delivered"),
        (.reference, 98, "ref, reference, no, number, id, #, ref no, reference number, item no, serial, s n, sr no, serial no, line no, unique id"),
        (.reference, 45, "item, code"),
        (.findingReference, 99, "recommendation ref, recommendation reference, recommendation no, recommendation number, recommendation id, rec no"),
        (.findingReference, 99, "rec ref, rec, rec number, rec id, afi ref, afi reference, afi no, afi number, afi id, hmicfrs ref, hmicfrs reference"),
        (.findingReference, 99, "hmicfrs no, hmi ref, hmi reference, finding ref, finding reference, finding no, finding number, finding id"),
        (.findingReference, 99, "cause of concern ref, cause of concern no, coc ref, coc no, area for improvement ref, area for improvement no"),
        (.findingReference, 99, "area for improvement number, area for improvement reference, cause of concern number, gap ref, gap no, issue ref, issue no"),
        (.findingReference, 99, "objective no, objective ref, report ref, report reference, paragraph, para, para no, theme no, hmicfrs number"),
        (.actionReference, 99, "action ref, action reference, action no, action number, action id, task id, task no, task ref, sub ref, action #, activity no"),
        (.actionReference, 99, "activity ref, sub action no, milestone no, milestone ref, step no"),
        (.successMeasure, 97, "success measure, measure of success, success criteria, success criterion, evidence of success, evidence of completion"),
        (.successMeasure, 97, "what success look like, what will success look like, what good look like, how we will know, how will we know"),
        (.successMeasure, 97, "expected outcome, intended outcome, desired outcome, planned outcome, performance measure, impact measure, outcome measure"),
        (.successMeasure, 96, "measured by, how measured, how will it be measured, how we will measure, kpi, key performance indicator, acceptance criteria"),
        (.successMeasure, 96, "evidence required, expected benefit, expected result, intended impact, how success will be measured, success indicator"),
        (.successMeasure, 80, "outcome, measure, success, benefit, metric, indicator, performance indicator, deliverable outcome"),
        (.progress, 97, "latest position, current position, latest update, progress update, status update, progress to date, position statement"),
        (.progress, 97, "action to date, action taken to date, work to date, what we have done, what have we done, progress made, how are we doing, where are we now, where we are now, what we did"),
        (.progress, 97, "progress comment, progress note, progress commentary, progress narrative, progress against action, update on progress"),
        (.progress, 97, "status comment, action update, rag commentary, rag comment, rag narrative, completed to date, what we did, what has been done"),
        (.progress, 85, "update, comment, narrative, commentary, progress, note, achievement, action taken, action completed, highlight, evidence"),
        (.fullText, 90, "full text, full wording, full recommendation, recommendation in full, full description, full finding, hmicfrs wording"),
        (.fullText, 90, "recommendation wording, full wording of recommendation, full wording of the recommendation, verbatim, exact wording"),
        (.finding, 74, "recommendation, hmicfrs recommendation, recommendation text, peer recommendation, recommendation made"),
        (.finding, 73, "area for improvement, areas for improvement, area of improvement, afi, hmicfrs afi, area to improve, area requiring improvement"),
        (.finding, 72, "cause of concern, causes of concern, cause for concern, causes for concern, coc"),
        (.finding, 70, "finding, key finding, hmicfrs finding, area for development, development area, improvement needed, what need to improve"),
        (.finding, 69, "what hmicfrs said, what hmicfrs found, what the inspectorate said, what the inspector said, what they said, what you said"),
        (.finding, 69, "what hmi said, what the peer said, what was found, what was said, you said, what the review said, what the report said"),
        (.finding, 66, "gap, gap identified, issue, issue identified, identified issue, concern, area of concern, observation, weakness, problem"),
        (.finding, 62, "learning point, lesson, lesson identified, improvement, improvement area, area of focus, focus area, requirement, standard"),
        (.finding, 58, "objective, aim, goal, strategic objective, priority area, commitment, ambition"),
        (.action, 74, "action, action required, agreed action, proposed action, planned action, improvement action, action to be taken, key action"),
        (.action, 74, "what we will do, what will we do, what we are doing, what we are going to do, what are we going to do, we will, what we ll do"),
        (.action, 73, "what need to be done, what will be done, what will happen, how we will address, how will we address, how we will do it"),
        (.action, 73, "what are we doing, how we are responding, what we plan to do, what we will deliver, how we will achieve, how will we achieve"),
        (.action, 72, "activity, key activity, task, sub action, action detail, action description, task description, action plan, detailed action"),
        (.action, 68, "management response, service response, our response, response, hmicfrs action, response to recommendation, remedial action"),
        (.action, 64, "deliverable, step, initiative, intervention, improvement activity, work, workstream activity, next step, solution, remedy"),
        (.action, 50, "milestone, key milestone, project"),
        (.action, 30, "what, how, description, detail, title, summary"),
        (.section, 52, "theme, pillar, area, section, category, workstream, work stream, strand, chapter, heading, inspection, report, source, programme"),
        (.section, 50, "hmicfrs question, diagnostic question, question, function, hmicfrs pillar, inspection pillar, portfolio, domain"),
    ]
}
