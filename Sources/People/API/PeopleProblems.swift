import Kernel
public import Web

extension PeopleOperations {
    /// The problems of persons, posts, teams, accounts and signing in, in plain words.
    public static let problems = [
        ExplainedProblem("not-allowed", .forbidden, "Not yours to do", "What was asked is for people with another role. The answer says who may.", do: "Ask one of them, or an administrator for the role."),
        ExplainedProblem("party-not-found", .missing, "Nobody of that number", "There is no person, post or team with that number.", do: "Look in the list of people."),
        ExplainedProblem("holding-not-found", .missing, "No such holding", "Nobody's time in a post has that number.", do: "Read the person or the post; its holdings have their numbers."),
        ExplainedProblem("membership-not-found", .missing, "No such membership", "Nobody's time in a team has that number.", do: "Read the person or the team; its memberships have their numbers."),
        ExplainedProblem("tie-not-found", .missing, "No such time in a post or team", "They did not hold that post or belong to that team on that day.", do: "Look at what the person, post or team has; muster person show tells it too."),
        ExplainedProblem("sign-in-not-found", .missing, "No such sign-in", "That sign-in is none of yours.", do: "Look at your own account; it lists where you signed in."),
        ExplainedProblem("account-not-found", .missing, "No such account", "There is no account of that number or e-mail.", do: "Look in the list of accounts."),
        ExplainedProblem("token-not-found", .missing, "No such token", "There is no token for programs with that number.", do: "Look in the list of tokens."),
        ExplainedProblem("link-not-good", .missing, "The link is not good", "The link was used, replaced by a newer one, or is too old.", do: "Ask an administrator for a new one."),
        ExplainedProblem("party-already-there", .conflict, "The name is taken", "Somebody of that name is on record.", do: "Add what tells the two apart, or use the one there is."),
        ExplainedProblem("party-is-of-another-kind", .invalid, "Of another kind", "A person can't become a post or a team, nor stand where one is needed.", do: "Choose one of the right kind."),
        ExplainedProblem("party-has-left", .conflict, "Not here any more", "The person has left, or the post or team has ended, by the last day given.", do: "Give an earlier last day, or bring them back first."),
        ExplainedProblem("already-holds-post", .conflict, "Holds the post already", "The person holds the post within those days.", do: "End that time first, or give other days."),
        ExplainedProblem("already-in-team", .conflict, "In the team already", "The person belongs to the team within those days.", do: "End that time first, or give other days."),
        ExplainedProblem("account-already-there", .conflict, "There is an account already", "The person has an account, or another account has that e-mail.", do: "Use that account, or another e-mail."),
        ExplainedProblem("account-already-suspended", .conflict, "Suspended already", "Nobody can sign in with the account.", do: "There is nothing to do."),
        ExplainedProblem("account-not-suspended", .conflict, "Not suspended", "The account is in use.", do: "There is nothing to do."),
        ExplainedProblem("account-is-suspended", .conflict, "The account is suspended", "A suspended account does nothing and makes no tokens.", do: "Let it be used again first."),
        ExplainedProblem("own-administration", .forbidden, "One's own administration", "Administrators can't suspend themselves or give up their own role.", do: "Ask another administrator."),
        ExplainedProblem("last-administrator", .conflict, "The last administrator", "Without this one nobody could keep accounts.", do: "Make another person administrator first."),
        ExplainedProblem("person-not-named", .invalid, "Nobody to act as", "A command was not told as whom the program is to act.", do: "Name an account's e-mail."),
        ExplainedProblem("token-already-there", .conflict, "A token has that name", "The account has a token of that name in force.", do: "Choose another name, or revoke that one."),
        ExplainedProblem("token-already-revoked", .conflict, "Revoked already", "The token lets nothing in.", do: "There is nothing to do."),
        ExplainedProblem("sign-in-refused", .invalid, "Not signed in", "The e-mail and the password don't go together.", do: "Try again, or ask an administrator for a link to choose a new password."),
        ExplainedProblem("too-busy", .tooMany, "Too many at once", "Too many people are signing in just now.", do: "Try again in a minute."),
    ]
}
