import ArgumentParser
import Kernel
import People
import Storage

/// `muster register harvest`: asks other services for their registers now.
struct HarvestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "harvest", "Ask the other services for their registers now. serve does so by itself every hour.",
        "A service that is down or sends what is no register leaves its last good copy as it is. Ends with 1 where any could not be taken over.",
        examples: "muster register harvest", "muster register harvest westmarch-fire-and-rescue --json")
    @Argument(help: "The code of the only one that is asked; all when left out.", completion: .registerSources) var source: String?
    @OptionGroup var operating: OperatorOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let fetching = try RegisterSurroundings.needed().fetching
        let (desk, actor) = try await operating.begin(making: false)
        try HarvestPolicy.keeps.check(actor)
        let outcomes = try await HarvestRound(desk: desk, fetching: fetching).run(only: source)
        try output.show(outcomes, Output.table(
            ["Code", "Name", "Entries", "Left out", "What went wrong"],
            outcomes.map { [$0.source, $0.name, String($0.entries), String($0.refused), $0.fault ?? ""] },
            empty: "No other service’s register is shown here. Add one with: muster register source add NAME --package ADDRESS"))
        if outcomes.contains(where: { $0.fault != nil }) { throw ExitCode(1) }
    }
}
