"""What axe finds on a page, asked for its violations alone: to write out everything that is well takes it as long again."""

from axe_playwright_python.sync_playwright import Axe


def violations(page):
    """A sentence for each place where a page breaks a rule."""
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] for node in violation["nodes"]]
