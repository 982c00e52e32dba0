"""Finds the pages of a service by following its own links."""

import re
import urllib.parse

import html5lib

# Pages that nothing links to for someone who is signed in.
DOORS = ["/", "/sign-in", "/no-such-page"]
MOST = 400


def links(text):
    """The page's own links, downloads left out."""
    for element in html5lib.parse(text, namespaceHTMLElements=False).iter("a"):
        if element.get("href") and element.get("download") is None:
            yield element.get("href")


def kind(address):
    """What pages of one kind have in common: the path with what names one record taken out, and the names in the query."""
    url = urllib.parse.urlsplit(address)
    path = re.sub(r"[^/]*\d[^/]*", "*", url.path)
    names = sorted({name for name, _ in urllib.parse.parse_qsl(url.query)})
    return path + ("?" + "&".join(names) if names else "")


def site_map(request):
    """One address a kind, in the order found. `request` is signed in."""
    found, waiting, asked = {}, list(DOORS), 0
    while waiting and asked < MOST:
        address = waiting.pop(0)
        if kind(address) in found:
            continue
        answer = request.get(address, max_redirects=0)
        asked += 1
        if not answer.headers.get("content-type", "").startswith("text/html"):
            found[kind(address)] = None
            continue
        found[kind(address)] = address
        for link in links(answer.text()):
            url = urllib.parse.urlsplit(urllib.parse.urljoin(answer.url, link))
            if answer.url.startswith(f"{url.scheme}://{url.netloc}/"):
                waiting.append(url.path + (f"?{url.query}" if url.query else ""))
    return [address for address in found.values() if address]
