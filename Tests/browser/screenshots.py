"""Takes a picture of every page of the example service: 1280 and 390 wide, light and dark.

    .venv/bin/python Tests/browser/screenshots.py FOLDER [PART-OF-AN-ADDRESS]

Builds nothing: run `swift build` first.
"""

import pathlib
import re
import sys
import tempfile

sys.path[:0] = [str(pathlib.Path(__file__).parents[1]), str(pathlib.Path(__file__).parent)]

from playwright.sync_api import sync_playwright  # noqa: E402

from visitor import sign_in  # noqa: E402
from program import Service  # noqa: E402
from site_map import site_map  # noqa: E402

KINDS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


def take(folder, part=""):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        service = Service(pathlib.Path(temporary) / "data").start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        signed_in = browser.new_context(base_url=service.address)
        sign_in(signed_in.new_page(), service)
        state, addresses = signed_in.storage_state(), site_map(signed_in.request)
        for width, scheme in KINDS:
            page = browser.new_context(
                base_url=service.address, storage_state=state, color_scheme=scheme, locale="en-GB",
                viewport={"width": width, "height": 900}).new_page()
            for address in addresses:
                if part in address:
                    page.goto(address)
                    name = re.sub(r"\W+", "-", address).strip("-") or "home"
                    page.screenshot(path=folder / f"{name[:80]}-{width}-{scheme}.png", full_page=True)
        browser.close()
        service.stop()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    take(pathlib.Path(sys.argv[1]), *sys.argv[2:3])
