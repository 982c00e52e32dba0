"""Finds the pages of a service by following its own links."""

import collections
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
    """What pages of one kind have in common: the path with what names a record taken out, and the names in the query.

    A record's name has a digit in it, or stands behind the list that it is in, and no word of ours that stands there has a dash.
    """
    url = urllib.parse.urlsplit(address)
    path = re.sub(r"[^/]*\d[^/]*", "*", url.path)
    path = re.sub(r"^(/[^/]+)/[^/]*-[^/]*", r"\1/*", path)
    names = sorted({name for name, _ in urllib.parse.parse_qsl(url.query)})
    return path + ("?" + "&".join(names) if names else "")


def most(kind):
    """Three pages of records, as no two need look alike; one of each way to look at them."""
    return 3 if "*" in kind and "?" not in kind else 1


def representatives(addresses):
    """One address of each shape of path, and one for each name that a query has there, in the order given."""
    seen, chosen = set(), []
    for address in addresses:
        path, _, names = kind(address).partition("?")
        new = {(path, name) for name in ["", *filter(None, names.split("&"))]} - seen
        if new:
            chosen.append(address)
            seen |= new
    return chosen


def site_map(request):
    """Some addresses of each kind, in the order found. `request` is signed in."""
    found, seen, waiting = [], collections.Counter(), list(DOORS)
    while waiting and sum(seen.values()) < MOST:
        address = waiting.pop(0)
        if address in found or seen[kind(address)] == most(kind(address)):
            continue
        seen[kind(address)] += 1
        answer = request.get(address, max_redirects=0)
        if not answer.headers.get("content-type", "").startswith("text/html") or "content-disposition" in answer.headers:
            continue
        found.append(address)
        for link in links(answer.text()):
            url = urllib.parse.urlsplit(urllib.parse.urljoin(answer.url, link))
            if answer.url.startswith(f"{url.scheme}://{url.netloc}/"):
                waiting.append(url.path + (f"?{url.query}" if url.query else ""))
    return found
