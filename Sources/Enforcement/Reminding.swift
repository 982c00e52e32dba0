import Kernel
public import People
import Premises
import Storage

extension Enforcement {
    /// What notices wait for: the approval of whoever may sign, service, and the days by which they are to be complied with.
    public static let reminders = ReminderSource { session, day in
        let views = try session.noticeViews(on: day).filter(\.state.isOpen)
        let writers = try session.writers(of: views.filter { $0.state == .draft }.map(\.notice))
        let authorities = try session.signingAuthorities(on: day)
        return { reminded in
            views.compactMap { view in
                let (notice, own) = (view.notice, view.facts.enforcementCase)
                let address = ["enforcement", "notices", notice.reference.text]
                func reminder(_ kind: Reminder.Kind, _ words: String, on due: Day? = nil) -> Reminder {
                    Reminder(kind, notice.subject, words, of: view.facts.premises.line, day: due, because: "\(view.why.capitalisedFirst)", at: address)
                }
                let leads = reminded.parties.contains(own.officer)
                switch view.state {
                case .draft:
                    let signs = authorities.contains { $0.type == notice.type && reminded.parties.contains($0.party) }
                    let policy = CasePolicy.approves(notice, of: own, actingFor: reminded.parties, writtenBy: writers[notice.subject] ?? [])
                    guard signs, view.obstacles.isEmpty, policy.allows(reminded.actor) else { return nil }
                    return reminder(.asked, "Approve \(notice.reference), \(notice.type.words.lowercased())")
                case .authorised: return leads ? reminder(.promise, "Serve \(notice.reference), \(notice.type.words.lowercased())") : nil
                case .inForce, .expired:
                    guard leads, let complyBy = view.complyBy else { return nil }
                    return reminder(.promise, "Inspect whether \(notice.reference) was complied with", on: complyBy)
                case .deferred: return leads ? notice.effective.map { reminder(.promise, "\(notice.reference) takes effect", on: $0) } : nil
                case .suspended, .complied, .withdrawn, .cancelled, .abandoned: return nil
                }
            }
        }
    }
}
