"""A newcomer's first hour: in by the link, a plan in from Word, a query answered, an update, a look back."""

import datetime

from playwright.sync_api import expect

from program import EXAMPLE

TABLE = """Ref,Recommendation,Action,Owner,Due date,RAG
1,Tell businesses what fire safety law asks of them,Write a guide for small shops,WM Tranter,30/06/2031,Green
,,Hold four open evenings,WM Tranter/SM Achebe,31//12/2030,Amber
2,Know which officer is on duty,Publish the rota each month,SM Achebe,31/03/2031,
"""
PASSWORD = "lantern meadow copper tide"


def days_ago(days):
    return (datetime.date.today() - datetime.timedelta(days=days)).isoformat()


def come_in(page, service):
    """By the one-time link: it makes the first account, and leads in."""
    page.goto(service.welcome())
    page.get_by_label("Your name").fill("Ruth Okafor")
    page.get_by_label("E-mail").fill("ruth.okafor@northshire.example")
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url(lambda url: "/welcome/" not in url)


def bring_in(page, file):
    """Up to the preview, with what is doubtful answered as suggested."""
    page.goto("/plans")
    page.get_by_role("link", name="Import a plan").first.click()
    page.get_by_label("Document").set_input_files(file)
    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Import {file.name}")


def table(folder, text=TABLE):
    file = folder / "business-plan.csv"
    file.write_text(text)
    return file


def make_the_plan(page, **fields):
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).first.fill(value)
    page.get_by_role("button", name="Make the plan").click()
    page.wait_for_url(lambda url: "/imports/" not in url)


def test_comes_in_by_the_link_once(empty, browse):
    page = browse(empty)
    come_in(page, empty)
    expect(page.get_by_role("link", name="Import a plan").first).to_be_visible()

    stranger = browse(empty, expected=range(400, 499))
    answer = stranger.goto(empty.welcome())
    assert answer.status >= 400 or stranger.get_by_role("button", name="Begin").count() == 0


def test_imports_a_plan_from_word_and_sees_how_it_stands(empty, browse):
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, EXAMPLE)

    query = page.get_by_role("article").filter(has_text="31//10/2025")
    expect(query).to_contain_text("31 October 2025")
    query.get_by_label("Answer").fill("2025-10-30")
    page.get_by_role("button", name="Save these answers").click()
    expect(page.get_by_role("article").filter(has_text="31//10/2025")).to_contain_text("Answered")
    make_the_plan(page)

    main = page.get_by_role("main")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Protection peer review response")
    expect(main.get_by_role("cell", name="30 October 2025").first).to_be_visible()
    expect(main.get_by_text("Full wording").first).to_be_visible()
    expect(main.get_by_text("past its due day and not recorded as done").first).to_be_visible()


def test_imports_a_csv_posts_an_update_and_looks_back(empty, browse, tmp_path):
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, table(tmp_path))
    page.get_by_role("button", name="Accept every suggestion").click()
    make_the_plan(page, Title="Business plan", First_day=days_ago(60), The_day_the_document_speaks_of=days_ago(60))

    page.locator("table").get_by_role("link", name="Write a guide for small shops").click()
    page.get_by_label("What happened").fill("The first draft went to three shopkeepers.")
    page.get_by_label("Your status").select_option("amber")
    page.get_by_role("button", name="Post the update").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("The first draft went to three shopkeepers.")

    page.get_by_label("As on").fill(days_ago(30))
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("You are looking back")).to_be_visible()
    expect(main).not_to_contain_text("three shopkeepers")
    page.get_by_role("link", name="Show today").click()
    expect(main).to_contain_text("three shopkeepers")


def test_imports_a_newer_version_and_takes_the_difference(empty, browse, tmp_path):
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, table(tmp_path, TABLE.replace("31//12/2030", "31/12/2030")))
    make_the_plan(page, Title="Business plan")

    page.get_by_role("link", name="Import a newer version").click()
    newer = TABLE.replace("31//12/2030", "31/12/2030").replace("30/06/2031", "31/07/2031")
    page.get_by_label("Document").set_input_files(table(tmp_path, newer))
    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_role("main")).to_contain_text("1 difference")
    page.get_by_role("button", name="Take these changes").click()
    expect(page.get_by_role("main").get_by_role("cell", name="31 July 2031").first).to_be_visible()
    expect(page.locator("table").get_by_role("link", name="Write a guide for small shops")).to_have_count(1)


def test_finds_the_plan_again_after_a_restart(empty, browse, tmp_path):
    page = browse(empty)
    come_in(page, empty)
    bring_in(page, table(tmp_path, TABLE.replace("31//12/2030", "31/12/2030")))
    make_the_plan(page)

    # The browser still has its connections open: stopping must not wait for it.
    empty.stop()
    empty.start()
    again = browse(empty)
    again.goto("/sign-in")
    again.get_by_label("E-mail").fill("ruth.okafor@northshire.example")
    again.get_by_label("Password", exact=True).fill(PASSWORD)
    again.get_by_role("button", name="Sign in").click()
    again.wait_for_url(lambda url: "/sign-in" not in url)
    again.goto("/plans")
    again.get_by_role("main").get_by_role("heading", level=2).get_by_role("link").first.click()
    expect(again.locator("table").get_by_role("link", name="Hold four open evenings")).to_be_visible()
