"""Reminders by a real mailer over SMTP, and the calendar as an independent library reads it."""

import datetime
import email
import email.policy
import json
import re
import socket
import urllib.error
import urllib.request
import zoneinfo

import icalendar
import pytest
from aiosmtpd.controller import Controller

from program import Service, command


class Postbox:
    """Keeps what it is sent."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(envelope)
        return "250 Kept"


@pytest.fixture
def smtp():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Postbox(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def data(tmp_path):
    """A service with an owner whose name is no ASCII and whose action is late."""
    folder = tmp_path / "data"
    command(folder, "account", "add", "zoe@northshire.example", "--name", "Zoë “Ω” O’Dwyer", "--role", "owner", "--role", "reader")
    command(folder, "account", "add", "quiet@northshire.example", "--name", "Nobody's Business", "--role", "reader")
    today = datetime.date.today()
    command(folder, "plan", "begin", "--title", "Réponse", "--from", "2025-01-01", "--through", "2027-12-31")
    command(folder, "plan", "finding", "add", "r-ponse", "--text", "A gap")
    command(folder, "plan", "action", "add", "r-ponse", "1", "--text", "Close it: commas, semicolons; a back\\slash – and " + "ä" * 60,
            "--lead", "Zoë “Ω” O’Dwyer", "--due", str(today - datetime.timedelta(days=2)))
    command(folder, "board", "begin", "--name", "Board", "--oversees", "Risk", "--since", "2025-01-01")
    command(folder, "board", "seat", "board", "Zoë “Ω” O’Dwyer", "--from", "2025-01-01")
    command(folder, "board", "call", "board", "--on", str(today + datetime.timedelta(days=9)), "--title", "A meeting", "--starts-at", "14:00", "--location", "Room 2, upstairs")
    return folder


def mailer(tmp_path, port):
    settings = tmp_path / "msmtprc"
    settings.write_text(f"account default\nhost 127.0.0.1\nport {port}\nfrom muster@northshire.example\nauth off\ntls off\n")
    settings.chmod(0o600)
    return ["--mail-from", "muster@northshire.example", "--mail-command", f"/usr/bin/msmtp -C {settings}", "--address", "https://muster.northshire.example"]


def test_a_reminder_goes_once_a_day_over_smtp(data, smtp, tmp_path):
    flags = mailer(tmp_path, smtp.port)
    assert "zoe@northshire.example" in command(data, "remind", *flags).stdout
    assert not smtp.handler.mails, "nothing goes unless it is asked for"
    for _ in range(2):
        command(data, "remind", "--send", *flags)
    [envelope] = smtp.handler.mails
    assert (envelope.mail_from, envelope.rcpt_tos) == ("muster@northshire.example", ["zoe@northshire.example"])
    assert b"\r\n" in envelope.content and all(len(line) <= 78 for line in envelope.content.split(b"\r\n"))
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert not mail.defects and not any(header.defects for header in mail.values())
    assert mail["To"].addresses[0].display_name == "Zoë “Ω” O’Dwyer"
    assert re.fullmatch(r"\d+ things for you, 1 of them late", mail["Subject"])
    assert mail["Auto-Submitted"] == "auto-generated" and mail["Date"].datetime.tzinfo
    assert (mail.get_content_type(), mail.get_content_charset()) == ("text/plain", "utf-8")
    text = mail.get_content()
    assert "Close it: commas, semicolons; a back\\slash – and " + "ä" * 60 in text
    assert "https://muster.northshire.example/plans/r-ponse/actions/1.1" in text


def test_a_mailer_that_fails_is_said_and_ends_with_1(data, tmp_path):
    flags = mailer(tmp_path, 1)
    failed = command(data, "remind", "--send", *flags, check=False)
    assert failed.returncode == 1 and "The mailer ended with" in failed.stdout
    refused = command(data, "remind", "--send", check=False)
    assert refused.returncode == 1 and "mail.from" in refused.stderr


def test_who_wants_no_e_mail_gets_none(data, smtp, tmp_path):
    command(data, "remind", "mail", "off", "--for", "zoe@northshire.example")
    command(data, "remind", "--send", *mailer(tmp_path, smtp.port))
    assert not smtp.handler.mails


def test_the_calendar_is_read_by_another_library_and_kept_out_of_the_log(data):
    made = json.loads(command(data, "remind", "calendar", "make", "--for", "zoe@northshire.example", "--json").stdout)
    service = Service(data).start()
    try:
        address = service.address.rstrip("/") + "/calendar/" + made["address"].rsplit("/", 1)[1]
        with urllib.request.urlopen(address) as answer:
            body, tag = answer.read(), answer.headers["ETag"]
        calendar = icalendar.Calendar.from_ical(body)
        assert not calendar.errors
        events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
        assert set(events) == {"promise-action-1", "meeting-meeting-1"}
        promise, meeting = events["promise-action-1"], events["meeting-meeting-1"]
        assert str(promise["SUMMARY"]) == "Due: 1.1. Close it: commas, semicolons; a back\\slash – and " + "ä" * 60
        assert promise.decoded("DTSTART") == datetime.date.today() - datetime.timedelta(days=2)
        assert str(meeting["LOCATION"]) == "Room 2, upstairs"
        begins = meeting.decoded("DTSTART").astimezone(zoneinfo.ZoneInfo("Europe/London"))
        assert (begins.hour, begins.date()) == (14, datetime.date.today() + datetime.timedelta(days=9))
        assert all(len(line) <= 75 for line in body.split(b"\r\n"))
        with urllib.request.urlopen(address) as again:
            assert again.read() == body
        request = urllib.request.Request(address, headers={"If-None-Match": tag})
        with pytest.raises(urllib.error.HTTPError) as known:
            urllib.request.urlopen(request)
        assert known.value.code == 304
        command(data, "remind", "calendar", "revoke", "--for", "zoe@northshire.example")
        with pytest.raises(urllib.error.HTTPError) as gone:
            urllib.request.urlopen(address)
        assert gone.value.code == 404
        assert made["address"].rsplit("/", 1)[1][:20] not in service.errors()
        assert "/calendar/{token}.ics" in service.errors()
    finally:
        service.stop()
