@testable import App
import Foundation
import Kernel
import Logging
import Storage
import Testing

struct FlagsTests {
    @Test func `settings stand anywhere on the line, and the rest is the command's`() throws {
        let flags = try Flags(["--port", "9000", "plan", "--data=mine", "show", "review", "--development", "--on", "2026-03-31"])
        #expect(flags.values == ["port": "9000", "data": "mine", "development": "true"])
        #expect(flags.rest == ["plan", "show", "review", "--on", "2026-03-31"])
        #expect(flags.file == nil)
    }

    @Test func `the settings file is named apart from the settings`() throws {
        #expect(try Flags(["serve", "--config", "a.json"]).file == "a.json")
        #expect(try Flags(["--config=a=b.json"]).file == "a=b.json")
    }

    @Test func `a switch takes a value by an equals sign alone`() throws {
        #expect(try Flags(["--development", "false"]).rest == ["false"])
        #expect(try Flags(["--development=false"]).values == ["development": "false"])
    }

    @Test func `nothing after two dashes is a setting`() throws {
        let flags = try Flags(["plan", "--", "--port", "1"])
        #expect(flags.values.isEmpty)
        #expect(flags.rest == ["plan", "--", "--port", "1"])
    }

    @Test(arguments: [["--port"], ["--port", "--data", "x"], ["--port="], ["--config"], ["--service-name=", "serve"]])
    func `a setting without its value is refused`(arguments: [String]) {
        let refusal = #expect(throws: Refusal.self) { try Flags(arguments) }
        #expect(refusal?.code == "flag-without-value")
    }
}

struct SettingsTests {
    /// Reads settings with a file of the given text, where there is one.
    func read(_ flags: [String: String] = [:], _ environment: [String: String] = [:], file: String? = nil) async throws -> Settings {
        guard let file else { return try await Settings.read(flags: flags, environment: environment, file: nil) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString).json")
        try Data(file.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        return try await Settings.read(flags: flags, environment: environment, file: path.path)
    }

    func refusal(_ flags: [String: String] = [:], file: String? = nil) async -> Refusal? {
        await #expect(throws: Refusal.self) { try await read(flags, file: file) }
    }

    @Test func `with nothing said it serves this machine alone from a folder beside it`() async throws {
        let settings = try await read(["data": "/tmp/x/../muster"])
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8080)
        #expect(settings.data == "/tmp/muster")
        #expect(settings.database == .sqlite(path: "/tmp/muster/muster.db"))
        #expect(settings.sessionIdle == 3600)
        #expect(settings.sessionAbsolute == 43_200)
        #expect(settings.logLevel == .info)
        #expect(settings.serviceName == nil)
        #expect(!settings.isDevelopment)
        #expect(!settings.trustsProxy)
        #expect(settings.copies == CopyPlan(
            schedule: CopySchedule(hour: 2, minute: 0), folder: "/tmp/muster/copies", retention: CopyRetention(days: 14, weeks: 8, months: 12)))
    }

    @Test func `copies can be turned off, and put elsewhere`() async throws {
        let file = #"{"backup": {"at": "off", "folder": "/mnt/copies/", "keep": {"days": 3, "weeks": 0}}}"#
        let settings = try await read(file: file)
        #expect(settings.copies == CopyPlan(schedule: nil, folder: "/mnt/copies", retention: CopyRetention(days: 3, weeks: 0, months: 12)))
    }

    @Test func `a flag goes before the environment, the environment before the file, the file before the default`() async throws {
        let file = #"{"port": 1, "host": "10.0.0.1", "service": {"name": "Anyshire"}, "proxy": {"trusted": true}, "session": {"idle": 120}}"#
        let settings = try await read(
            ["port": "3"], ["MUSTER_PORT": "2", "MUSTER_HOST": "10.0.0.2", "MUSTER_SERVICE_NAME": "", "OTHER": "x"], file: file)
        #expect(settings.port == 3)
        #expect(settings.host == "10.0.0.2")
        #expect(settings.serviceName == "Anyshire", "an empty variable is as if it were not there")
        #expect(settings.trustsProxy)
        #expect(settings.sessionIdle == 120)
        #expect(settings.sessionAbsolute == 43_200)
    }

    @Test(arguments: [
        ("port", "eighty"), ("port", "65536"), ("port", "-1"), ("session.idle", "59"), ("session.absolute", "604801"),
        ("health.port", "-1"), ("slow.query", "0"), ("log.level", "loud"), ("development", "maybe"), ("proxy.trusted", "2"),
        ("backup.at", "2 am"), ("backup.keep.days", "0"), ("backup.keep.months", "many"),
    ])
    func `a value that a setting can't take is refused by its name`(key: String, value: String) async {
        let refusal = await refusal([key: value])
        #expect(refusal?.code == "setting-not-usable")
        #expect(refusal?.sentence.hasPrefix("\(key) is “\(value)”") == true || key == "log.level")
        #expect(refusal?.sentence.contains(value) == true)
    }

    @Test func `a database that is neither kind is refused`() async {
        #expect(await refusal(["database": "mysql://x"])?.code == "database-address-not-understood")
    }

    @Test(arguments: [
        (#"{"prot": 9000}"#, "“prot”"), (#"{"service": {"nom": "x"}}"#, "“service.nom”"), (#"{"session": 5}"#, "“session”"),
        (#"{"address": null}"#, "“address”"), (#"{"host": ["a"]}"#, "“host”"), ("[1]", "one JSON object"), ("{port: 1", "read as JSON"),
    ])
    func `a file that sets what is no setting, or not in a way that can be read, is refused`(file: String, words: String) async {
        let refusal = await refusal(file: file)
        #expect(refusal?.code == "setting-not-usable")
        #expect(refusal?.sentence.contains(words) == true, "\(refusal?.sentence ?? "")")
    }

    @Test func `a file that was named must be there`() async {
        let refusal = await #expect(throws: Refusal.self) {
            try await Settings.read(flags: [:], environment: [:], file: "/tmp/no-such-folder/muster.json")
        }
        #expect(refusal?.code == "setting-not-usable")
    }
}
