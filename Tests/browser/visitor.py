"""What a test does as a person at a browser, and what it hears of the browser."""

import re
import urllib.parse


def listen(page, complaints, expected=()):
    """Gathers errors on the console (the content security policy's among them), script errors and faults.

    A refusal that a test provokes on purpose is announced by its status in `expected`. A page that waits for changes
    goes on asking while the server is away, which the browser tells on the console.
    """
    def heard(message):
        asked = urllib.parse.urlsplit(message.location.get("url", "")).path
        if asked == "/changes" and "ERR_CONNECTION_REFUSED" in message.text:
            return
        words = f"{message.text} ({urllib.parse.urlsplit(page.url).path})"
        if message.type == "error" and not any(f"status of {status} " in words for status in expected):
            complaints.append(words)

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: answer.status >= 500 and complaints.append(f"{answer.status} for {answer.url}"))


def sign_in(page, service):
    """Signs in as the example service's line says."""
    email, password = re.search(r"Sign in as (\S+), password (\S+)", service.way_in()).groups()
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
