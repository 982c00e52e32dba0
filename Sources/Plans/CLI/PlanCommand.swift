public import ArgumentParser
import People

/// `muster plan …`: plans from the command line.
public struct PlanCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Keep plans, report on them, and see how they stand.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Account.self, Work.self, History.self, Rules.self, Forecasts.self, Export.self, Gate.self]),
            CommandGroup(name: "Importing", subcommands: [Preview.self, Import.self, Compare.self, Take.self]),
            CommandGroup(name: "Keeping", subcommands: [Begin.self, Edit.self, FindingCommand.self, ActionCommand.self]),
            CommandGroup(name: "Reporting", subcommands: [Update.self, Complete.self, Reopen.self, MilestoneCommand.self, DayCommand.self, MeasureCommand.self, StandingCommand.self, WaitCommand.self, NeedCommand.self]),
            CommandGroup(name: "Closing", subcommands: [Verify.self, Unverify.self, InspectorateCommand.self, ClosureCommand.self]),
        ])

    public init() {}
}
