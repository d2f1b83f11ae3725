"""What a notebook shows as a browser takes it, and figures to show."""

from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import danvan as dv
from danvan.indicators import Observation, indicators
from danvan.notebook import Rows
from danvan.organizations import Branch, Level, Organization
from danvan.quantities import Quantity

ROOT = Path(__file__).resolve().parent.parent
TAGS = {
    "article", "b", "caption", "details", "div", "em", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "li", "p", "section", "span", "strong", "style", "sub", "summary", "sup", "a",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-hidden", "class", "href", "id", "lang", "open", "role", "scope", "style", "title",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would make of it: balanced tags, none that runs or fetches."""

    def __init__(self, html):
        super().__init__()
        self.open, self.words, self.count = [], [], {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            assert name != "href" or value.startswith("#")
        self.open.append(tag)
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" in self.open:
            assert "url(" not in data
            assert "@import" not in data
        else:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(self.words)


def figures(count):
    body = Organization("a", "Xã A", "group", Level.COMMUNE, Branch.PARTY)
    return Rows(
        Observation(
            indicators()["propaganda.sessions"], body, dv.Period.month(2000 + n // 12, n % 12 + 1),
            Quantity(Decimal(n), "buổi"),
        )
        for n in range(count)
    )  # fmt: skip
