"""What becomes of a file that is too large: it is told of at once, and what was typed is not lost."""

import pytest
from playwright.sync_api import expect

from visitor import sign_in

SMALL = {"name": "rota.txt", "mimeType": "text/plain", "buffer": b"The rota of October."}


@pytest.fixture
def film(tmp_path):
    """A file of 26 MB on the disk, as a person has it."""
    path = tmp_path / "film.txt"
    path.write_bytes(b"x" * (26 << 20))
    return path


def first_update(page):
    page.goto("/work")
    page.goto("/plans/peer-review-response/actions/6.2/updates/new")
    page.wait_for_url("**/updates/new")


def test_a_large_file_is_told_of_before_it_is_sent(example, browse, film):
    page = browse(example)
    sign_in(page, example)
    first_update(page)
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    field = page.get_by_label("A photograph or a file that shows it")
    expect(page.locator("#photo-hint")).to_contain_text("At most 25 MB.")
    page.get_by_label("What happened").fill("The rota is published.")
    field.set_input_files(film)
    expect(page.locator("#photo-error")).to_have_text("“film.txt” has 26 MB, and 25 MB is the most. Choose a smaller one.")
    expect(field).to_have_attribute("aria-describedby", "photo-hint photo-error")
    page.get_by_role("button", name="Post the update").click()
    expect(field).to_be_focused()
    assert not sent and page.get_by_label("What happened").input_value() == "The rota is published."

    field.set_input_files(SMALL)
    expect(page.locator("#photo-error")).to_have_count(0)
    page.get_by_role("button", name="Post the update").click()
    page.wait_for_url("**/work")
    assert sent


def test_without_script_the_form_comes_back_with_what_was_typed(example, browse, film):
    page = browse(example, expected=(413,), java_script_enabled=False)
    sign_in(page, example)
    first_update(page)
    page.get_by_label("What happened").fill("The rota is published.")
    page.get_by_label("A photograph or a file that shows it").set_input_files(film)
    page.get_by_role("button", name="Post the update").click()
    expect(page.locator("#photo-error")).to_contain_text("“film.txt” is larger than 25 MB, the most that is kept here. Send a smaller one.")
    expect(page.get_by_label("What happened")).to_have_value("The rota is published.")
