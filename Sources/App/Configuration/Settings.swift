import Configuration
import Foundation
import Kernel
import Logging
import Register
import Storage

/// What an operator can set, each with its default. `docs/configuration.md` describes every one.
struct Settings: Sendable {
    var host: String
    var port: Int
    /// The folder that holds the database and what else is kept.
    var data: String
    var database: DatabaseAddress
    /// Where people find the service; the address it listens on when nobody says.
    var address: String?
    /// The name of the fire and rescue service; nil when nobody gave one.
    var serviceName: String?
    /// Where letters to it go, on one line; nil when nobody gave it.
    var serviceAddress: String?
    /// Seconds without a request after which a person is signed out.
    var sessionIdle: Int
    /// Seconds after which a person is signed out whatever they do.
    var sessionAbsolute: Int
    var logLevel: Logger.Level
    var isDevelopment: Bool
    var trustsProxy: Bool
    /// The port of this machine alone that health and metrics are at; nil when they are not served.
    var healthPort: Int?
    /// Milliseconds after which a statement, or a change that keeps other writers out, is logged as slow.
    var slowQuery: Int
    /// When copies are made, where, and how long they stay.
    var copies: CopyPlan
    /// How large files may be, and who looks for viruses in them.
    var intake: Intake
    /// When reminders are sent by e-mail, and by which mailer.
    var reminders: ReminderPlan
    /// How the public register is served.
    var register: RegisterSettings
}

/// One thing that can be set: by a flag, in the environment or in the file, whose names follow from its key.
struct Setting: Sendable {
    /// `service.name`: `--service-name`, `MUSTER_SERVICE_NAME`, `{"service": {"name": …}}`.
    let key: String
    var isSwitch = false

    var flag: String { "--" + key.replacing(".", with: "-") }
    var variable: String { "MUSTER_" + key.replacing(".", with: "_").uppercased() }

    static let all = [
        Setting(key: "host"), Setting(key: "port"), Setting(key: "data"), Setting(key: "database"), Setting(key: "address"),
        Setting(key: "service.name"), Setting(key: "service.address"), Setting(key: "session.idle"), Setting(key: "session.absolute"), Setting(key: "log.level"),
        Setting(key: "development", isSwitch: true), Setting(key: "proxy.trusted", isSwitch: true),
        Setting(key: "health.port"), Setting(key: "slow.query"),
        Setting(key: "backup.at"), Setting(key: "backup.folder"), Setting(key: "backup.keep.days"), Setting(key: "backup.keep.weeks"),
        Setting(key: "backup.keep.months"), Setting(key: "files.most"), Setting(key: "scan.command"), Setting(key: "scan.seconds"),
        Setting(key: "mail.from"), Setting(key: "mail.command"), Setting(key: "mail.at"),
        Setting(key: "register.pace"), Setting(key: "register.tiles"), Setting(key: "register.credit"),
        Setting(key: "register.harvest.minutes"), Setting(key: "register.licence"),
    ]
}

extension Settings {
    /// Flags over environment over file over default.
    ///
    /// - Parameter flags: values by key, as `Flags` took them from the command line.
    /// - Throws: `setting-not-usable`, naming the setting and what it takes.
    static func read(flags: [String: String], environment: [String: String], file: String?) async throws -> Settings {
        let variables = Dictionary(uniqueKeysWithValues: Setting.all.compactMap { setting in
            environment[setting.variable].flatMap { $0.isEmpty ? nil : (setting.key, $0) }
        })
        let config = ConfigReader(providers: [
            InMemoryProvider(name: "flags", values: values(flags)),
            InMemoryProvider(name: "environment", values: values(variables)),
            try await self.file(file),
        ])
        let data = config.string(forKey: "data", default: "data")
        let folder = URL(fileURLWithPath: data).standardizedFileURL.path
        return Settings(
            host: config.string(forKey: "host", default: "127.0.0.1"),
            port: try number(config, "port", default: 8080, in: 0...65_535),
            data: folder,
            database: try DatabaseAddress(config.string(forKey: "database", default: "sqlite:\(folder)/muster.db")),
            address: config.string(forKey: "address"),
            serviceName: config.string(forKey: "service.name"),
            serviceAddress: config.string(forKey: "service.address"),
            sessionIdle: try number(config, "session.idle", default: 3600, in: 60...86_400),
            sessionAbsolute: try number(config, "session.absolute", default: 43_200, in: 300...604_800),
            logLevel: try level(config.string(forKey: "log.level", default: "info")),
            isDevelopment: try flag(config, "development"),
            trustsProxy: try flag(config, "proxy.trusted"),
            healthPort: config.string(forKey: "health.port") == nil ? nil : try number(config, "health.port", default: 0, in: 0...65_535),
            slowQuery: try number(config, "slow.query", default: 200, in: 1...3_600_000),
            copies: CopyPlan(
                schedule: try time(config, "backup.at", default: "02:00"),
                folder: URL(fileURLWithPath: config.string(forKey: "backup.folder", default: "\(folder)/copies")).standardizedFileURL.path,
                retention: CopyRetention(
                    days: try number(config, "backup.keep.days", default: 14, in: 1...3660),
                    weeks: try number(config, "backup.keep.weeks", default: 8, in: 0...520),
                    months: try number(config, "backup.keep.months", default: 12, in: 0...1200))),
            intake: try intake(config),
            reminders: ReminderPlan(schedule: try time(config, "mail.at", default: "07:00"), mailer: try mailer(config)),
            register: try register(config))
    }

    private static func values(_ texts: [String: String]) -> [AbsoluteConfigKey: ConfigValue] {
        Dictionary(uniqueKeysWithValues: texts.map { key, text in
            (AbsoluteConfigKey(ConfigKey(key)), ConfigValue(.string(text), isSecret: key == "database"))
        })
    }

    /// Settings in a file may be written as JSON's own numbers and switches, so they are read as text here.
    private static func file(_ path: String?) async throws -> InMemoryProvider {
        let file = path ?? "muster.json"
        guard path != nil || FileManager.default.fileExists(atPath: file) else { return InMemoryProvider(name: "file", values: [:]) }
        let found: [String: Any]
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            guard let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
                throw Refusal.invalid("setting-not-usable", "\(file) must hold one JSON object of settings.")
            }
            found = object
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal.invalid("setting-not-usable", "The settings file \(file) can't be read as JSON.")
        }
        var texts: [String: String] = [:]
        func take(_ object: [String: Any], _ prefix: String) throws {
            for (name, value) in object {
                let key = prefix + name
                if let inner = value as? [String: Any] { try take(inner, key + "."); continue }
                guard Setting.all.contains(where: { $0.key == key }) else {
                    throw Refusal.invalid("setting-not-usable", "\(file) sets “\(key)”, which is no setting. There are \(listed(Setting.all.map(\.key))).")
                }
                guard !(value is NSNull), !(value is [Any]) else {
                    throw Refusal.invalid("setting-not-usable", "\(file) sets “\(key)” to something that is neither text, a number nor true or false.")
                }
                texts[key] = "\(value)"
            }
        }
        try take(found, "")
        return InMemoryProvider(name: "file", values: values(texts))
    }

    private static func number(_ config: ConfigReader, _ key: String, default fallback: Int, in range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let text = config.string(forKey: ConfigKey(key)) else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw .invalid("setting-not-usable", "\(key) is “\(text)”; it takes a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    private static func flag(_ config: ConfigReader, _ key: String) throws(Refusal) -> Bool {
        switch config.string(forKey: ConfigKey(key), default: "false").lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        case let text: throw .invalid("setting-not-usable", "\(key) is “\(text)”; it takes true or false.")
        }
    }

    private static func time(_ config: ConfigReader, _ key: String, default fallback: String) throws(Refusal) -> CopySchedule? {
        let text = config.string(forKey: ConfigKey(key), default: fallback)
        if text.lowercased() == "off" { return nil }
        guard let schedule = CopySchedule(text) else {
            throw .invalid("setting-not-usable", "\(key) is “\(text)”; it takes a time of the day as 02:00, or off.")
        }
        return schedule
    }

    private static func intake(_ config: ConfigReader) throws(Refusal) -> Intake {
        let command = config.string(forKey: "scan.command", default: "").trimmed
        let patience = try number(config, "scan.seconds", default: 60, in: 1...600)
        return Intake(
            most: try number(config, "files.most", default: 25, in: 1...100) << 20,
            scanner: command.isEmpty || command == "off" ? nil : try VirusScanner(String(command), patience: patience))
    }

    private static func register(_ config: ConfigReader) throws(Refusal) -> RegisterSettings {
        let pace = config.string(forKey: "register.pace", default: "600").lowercased() == "off" ? nil : try number(config, "register.pace", default: 600, in: 1...1_000_000)
        let template = config.string(forKey: "register.tiles", default: "").trimmed
        let minutes = try number(config, "register.harvest.minutes", default: 60, in: 1...10_080)
        let taking = TakingPolicy(licence: try licence(config))
        guard !template.isEmpty, template != "off" else { return RegisterSettings(perMinute: pace, harvestMinutes: minutes, taking: taking) }
        guard let tiles = MapTiles(template: String(template), credit: config.string(forKey: "register.credit", default: "")) else {
            throw .invalid("setting-not-usable", "register.tiles is “\(template)”; it takes an address with {z}, {x} and {y} in it, such as https://tiles.northshire.example/{z}/{x}/{y}.png, or off.")
        }
        return RegisterSettings(perMinute: pace, tiles: tiles, harvestMinutes: minutes, taking: taking)
    }

    /// Nil where no address to send from is set: then nothing is sent.
    private static func mailer(_ config: ConfigReader) throws(Refusal) -> Sendmail? {
        guard let from = config.string(forKey: "mail.from"), !from.isEmpty else { return nil }
        guard (try? MailHeader.address(from)) != nil else {
            throw .invalid("setting-not-usable", "mail.from is “\(from)”; it takes an e-mail address, such as muster@northshire.example.")
        }
        let command = config.string(forKey: "mail.command", default: "/usr/sbin/sendmail").split(separator: " ").map(String.init)
        guard let program = command.first, program.hasPrefix("/") else {
            throw .invalid("setting-not-usable", "mail.command is “\(command.joined(separator: " "))”; it takes the whole path of a program, and what it is given, such as /usr/sbin/sendmail.")
        }
        return Sendmail(command: command, from: from)
    }

    private static func licence(_ config: ConfigReader) throws(Refusal) -> WebAddress? {
        guard let text = config.string(forKey: "register.licence"), !text.isEmpty else { return nil }
        guard let licence = WebAddress(text) else {
            throw .invalid("setting-not-usable", "register.licence is “\(text)”; it takes the address of a licence, beginning with https://.")
        }
        return licence
    }

    private static func level(_ text: String) throws(Refusal) -> Logger.Level {
        guard let level = Logger.Level(rawValue: text.lowercased()) else {
            throw .invalid("setting-not-usable", "log.level is “\(text)”; it takes \(listed(Logger.Level.allCases.map(\.rawValue), joinedBy: "or")).")
        }
        return level
    }
}
