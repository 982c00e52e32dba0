"""A newcomer's first hour: in by the link, a plan in from Word, a query answered, an update, a look back."""

import re

from playwright.sync_api import expect

from program import EXAMPLE

TABLE = """Ref,Recommendation,Action,Owner,Due date,RAG
1,Tell businesses what fire safety law asks of them,Write a guide for small shops,WM Tranter,30/06/2027,Green
,,Hold four open evenings,WM Tranter/SM Achebe,31//12/2026,Amber
2,Know which officer is on duty,Publish the rota each month,SM Achebe,31/03/2027,
"""


def come_in(page, service):
    """By the one-time link: it makes the first account, and leads in."""
    page.goto(service.welcome())
    page.get_by_label("Your name").fill("Ruth Okafor")
    page.get_by_label("E-mail").fill("ruth.okafor@northshire.example")
    page.get_by_label("New password").fill("lantern meadow copper tide")
    page.get_by_label("The same again").fill("lantern meadow copper tide")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url(lambda url: "/welcome/" not in url)


def bring_in(page, file):
    """Up to the preview."""
    page.goto("/plans")
    page.get_by_role("link", name="Import a plan").first.click()
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Read it").click()


def first_plan(page):
    page.goto("/plans")
    page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link").first.click()


def test_comes_in_by_the_link_once(browse, empty):
    page = browse(empty, expected=[404, 410, 422])
    come_in(page, empty)
    expect(page.get_by_role("link", name="Import a plan").first).to_be_visible()

    stranger = browse(empty, expected=[404, 410, 422, 400, 403, 409])
    answer = stranger.goto(empty.welcome())
    assert answer.status >= 400 or stranger.get_by_role("button", name="Begin").count() == 0


def test_imports_a_plan_from_word_and_sees_how_it_stands(browse, empty):
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, EXAMPLE)

    main = page.get_by_role("main")
    expect(main.get_by_text("31//10/2025").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Accept")).first.click()
    page.get_by_role("button", name=re.compile("^Import")).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Protection peer review response")
    expect(main.get_by_text("31 October 2025").first).to_be_visible()
    expect(main.get_by_text("Full wording").first).to_be_visible()
    expect(main.get_by_text("Late", exact=True).first).to_be_visible()


def test_imports_a_csv_posts_an_update_and_looks_back(browse, empty, tmp_path):
    table = tmp_path / "business-plan.csv"
    table.write_text(TABLE)
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, table)
    page.get_by_role("button", name=re.compile("Accept")).first.click()
    page.get_by_role("button", name=re.compile("^Import")).click()

    page.get_by_role("link", name="Write a guide for small shops").click()
    page.get_by_label("What happened").fill("The first draft went to three shopkeepers.")
    page.get_by_label("Your status").select_option("amber")
    page.get_by_role("button", name="Post the update").click()
    expect(page.get_by_role("main")).to_contain_text("The first draft went to three shopkeepers.")

    page.get_by_label("As on").fill("2026-01-15")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).not_to_contain_text("three shopkeepers")
    page.get_by_role("link", name="Show today").click()
    expect(page.get_by_role("main")).to_contain_text("three shopkeepers")


def test_finds_the_plan_again_after_a_restart(browse, empty, tmp_path):
    table = tmp_path / "business-plan.csv"
    table.write_text(TABLE.replace("31//12/2026", "31/12/2026"))
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, table)
    page.get_by_role("button", name=re.compile("^Import")).click()
    expect(page.get_by_role("link", name="Hold four open evenings")).to_be_visible()

    empty.stop()
    empty.start()
    again = browse(empty)
    again.goto("/sign-in")
    again.get_by_label("E-mail").fill("ruth.okafor@northshire.example")
    again.get_by_label("Password", exact=True).fill("lantern meadow copper tide")
    again.get_by_role("button", name="Sign in").click()
    first_plan(again)
    expect(again.get_by_role("link", name="Hold four open evenings")).to_be_visible()
