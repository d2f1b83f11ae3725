"""The page in a real browser: as wide as the window, and printed like the Word file."""

import html
import json
import re
import shutil
import subprocess

import pytest

pytest.importorskip("docx", reason="needs danvan[docx]")
pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")

import pdfplumber

from danvan.rendering import to_html
from danvan.rendering.layout import layout_norms
from integrations.samples import HEADS, sample

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)  # fmt: skip
MM = 72 / 25.4

pytestmark = pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")

FRAME = """<!DOCTYPE html><meta charset="utf-8"><iframe style="border:0;width:{width}px;height:900px"
srcdoc="{page}"></iframe><pre id="said"></pre><script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  const box = (words) => {{
    const all = [...page.querySelectorAll("p, strong, h1, h2, h3, td")];
    const found = all.find((e) => e.textContent.includes(words)).getBoundingClientRect();
    return [found.left, found.right, found.top];
  }};
  document.getElementById("said").textContent = JSON.stringify({{
    wide: page.documentElement.scrollWidth, left: box("Số"), right: box({motto}),
    loaded: page.defaultView.performance.getEntriesByType("resource").length,
    colors: getComputedStyle(page.querySelector(".report")).color }});
}});
</script>"""


def browse(tmp_path, *arguments):
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile", *arguments]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return run.stdout


@pytest.mark.parametrize("code", HEADS)
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_hangs_over_the_edge(tmp_path, code, width):
    paper = sample(code)
    motto = json.dumps(paper.letterhead.motto.split("\n")[0], ensure_ascii=False)
    page = html.escape(to_html(paper))
    file = tmp_path / "frame.html"
    file.write_text(FRAME.format(page=page, width=width, motto=motto), "utf-8")
    out = browse(tmp_path, "--window-size=1400,1000", "--dump-dom", f"file://{file}")
    said = json.loads(html.unescape(re.search(r'<pre id="said">(.*?)</pre>', out)[1]))
    assert said["wide"] <= width
    assert said["loaded"] == 0
    side_by_side = said["right"][0] > said["left"][0] + 100
    assert side_by_side is (width > 768)


@pytest.mark.parametrize("code", HEADS)
def test_it_prints_like_the_word_file(tmp_path, code):
    """A4, the margins and the indent of the norm, a head in two columns, numbers from page 2."""
    norm, file = layout_norms()[code], tmp_path / "a.html"
    file.write_text(to_html(sample(code)), "utf-8")
    browse(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path}/a.pdf", f"file://{file}")
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        first, second = pdf.pages[:2]
        assert (round(first.width / MM), round(first.height / MM)) == (210, 297)
        body = first.search("Thực hiện chương trình", regex=False)[0]
        number = first.search("Số", regex=False)[0]
        # letters of other fonts stand a little apart, so that not all words are found whole
        motto = max(first.search("NAM", regex=False), key=lambda words: words["x1"])
        assert abs(body["x0"] - float(norm.margin_left.used + norm.first_line) * MM) < 3
        assert motto["x1"] <= (210 - float(norm.margin_right.used)) * MM + 1
        assert number["x1"] < motto["x0"]
        letters = [c for c in first.chars if c["text"].strip()]
        assert min(c["x0"] for c in letters) >= float(norm.margin_left.used) * MM - 3
        sizes = {round(c["size"]) for c in body["chars"]}
        assert sizes == {round(norm.text.used)}
        assert second.extract_text_lines()[0]["text"] == "2"
        assert not first.extract_text_lines()[0]["text"].isdigit()
