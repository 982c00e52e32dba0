import ArgumentParser
import Kernel
import People

/// `muster completions SHELL`: what a shell needs to complete our commands.
struct CompletionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "completions", "Print the script by which a shell completes muster's commands.",
        "The shell then completes commands, options, and the references of plans, findings and actions.",
        examples: "muster completions bash > ~/.local/share/bash-completion/completions/muster",
        "muster completions zsh > ~/.zfunc/_muster", "muster completions fish > ~/.config/fish/completions/muster.fish")
    @Argument(help: "bash, zsh or fish.") var shell: Shell

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    func run() throws {
        let script = MusterCommand.completionScript(for: CompletionShell(rawValue: shell.rawValue) ?? .bash)
        Output.line(shell == .bash ? script + CompletionsCommand.settingsAside : script)
    }

    /// Settings may stand anywhere: bash takes them off the line before it completes the rest, and completes with their values.
    private static var settingsAside: String {
        let flags = Setting.all.filter { !$0.isSwitch }.map(\.flag) + ["--config"]
        return #"""


            _muster_settings_aside() {
                local -a words=()
                local -i at place="${COMP_CWORD}"
                local name
                for ((at = 0; at < ${#COMP_WORDS[@]}; at++)); do
                    case "${COMP_WORDS[at]}" in
                    \#(flags.joined(separator: "|")))
                        if ((at + 1 == COMP_CWORD)); then compopt -o default; return; fi
                        if ((at < COMP_CWORD)); then
                            name="${COMP_WORDS[at]#--}"; name="${name//-/_}"
                            local -x "MUSTER_${name^^}=${COMP_WORDS[at + 1]}"
                            ((at++, place -= 2))
                            continue
                        fi
                        ;;
                    \#(Setting.all.filter(\.isSwitch).map(\.flag).joined(separator: "|")))
                        if ((at < COMP_CWORD)); then ((place--)); continue; fi
                        ;;
                    esac
                    words+=("${COMP_WORDS[at]}")
                done
                COMP_WORDS=("${words[@]}")
                COMP_CWORD="${place}"
                COMP_LINE="${words[*]}"
                COMP_POINT="${#COMP_LINE}"
                _muster "${words[0]}" "${words[place]}" "${words[place - 1]}"
            }

            complete -o filenames -F _muster_settings_aside muster
            """#
    }
}
