import App
import Foundation

await runMuster(Array(CommandLine.arguments.dropFirst()))
