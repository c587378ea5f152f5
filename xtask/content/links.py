#!/usr/bin/env python3
"""Ask each address in the learning content, and print those that do not answer.

    python links.py

Needs a network. An address with a fragment is asked without it, and the page is searched for the fragment's id.
"""
import re
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import content

HEADERS = {"User-Agent": "Mozilla/5.0 (a check of links in learning content)"}


def problem(address):
    page, _, fragment = address.partition("#")
    try:
        with urllib.request.urlopen(urllib.request.Request(page, headers=HEADERS), timeout=30) as answer:
            text = answer.read().decode("utf-8", "replace") if fragment else ""
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        return str(error)
    if fragment and not re.search(rf"""(id|name)=["']?{re.escape(fragment)}["'\s>]""", text):
        return "the page has no such place"
    return None


def main():
    text = (content.FOLDER / "links.md").read_text(encoding="utf-8")
    addresses = sorted(set(re.findall(r"https://[^\s|)>]+", text)))
    with ThreadPoolExecutor(8) as pool:
        problems = list(zip(addresses, pool.map(problem, addresses)))
    for address, found in problems:
        if found:
            print(f"{address}: {found}")
    failed = sum(found is not None for _, found in problems)
    print(f"{len(addresses)} addresses, {failed} problems")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
