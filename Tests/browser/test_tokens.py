"""Somebody makes a token for a program on their own account's page, and takes it back."""

import pytest

from axe import violations

KINDS = [dict(viewport={"width": 1280, "height": 900}), dict(viewport={"width": 390, "height": 844}, color_scheme="dark")]


@pytest.mark.parametrize("kind", KINDS, ids=["at a desk", "on a phone in the dark"])
def test_a_token_is_made_shown_once_and_revoked(browse, example, member, kind):
    name = f"Nightly export {kind['viewport']['width']}"
    page = browse(example, storage_state=member, **kind)
    page.goto("/account")
    page.get_by_text("Make a token", exact=True).click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Read plans, their actions, history and figures (plans:read)").check()
    page.get_by_label("Read the journal, its heads and proofs (journal:read)").check()
    well(page)
    page.get_by_role("button", name="Make the token").click()
    page.get_by_text("it won’t be shown again").wait_for()
    secret = page.get_by_label("Token", exact=True)
    assert secret.input_value().startswith("mst_") and len(secret.input_value()) == 47
    assert secret.get_attribute("readonly") is not None
    well(page)
    made = secret.input_value()
    page.get_by_role("link", name="I have copied it").click()
    row = page.locator("#tokens tr", has_text=name)
    assert "journal:read and plans:read" in row.inner_text() and "In force" in row.inner_text()
    assert made not in page.content()
    row.get_by_text("Revoke", exact=True).click()
    well(page)
    row.get_by_role("button", name="Revoke it").click()
    page.get_by_text(f"The token “{name}” is revoked.").wait_for()
    assert "Revoked" in page.locator("#tokens tr", has_text=name).inner_text()


def well(page):
    """Nothing that axe finds, and nothing beyond the edge."""
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
