"""Documents: whatever a coach wrote stays text, in Markdown and in HTML."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jobcoach.render.catalogue import texts
from jobcoach.render.console import clean_block
from jobcoach.render.engine import BrokenTemplate, markdown_text, render

MARKDOWN = MarkdownIt("commonmark", {"linkify": False})
WITH_TABLES = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
EN = texts("en")


class Page(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def _folded(text):
    return " ".join(text.split())


signs = st.text(
    st.one_of(
        st.sampled_from("\\`*_[]<>|~&$^#+-=!.:;()\"'@/0123456789abwx \n\t\u00a0\u2028é"),
        st.characters(),
    ),
    max_size=25,
)
SLIPS = [
    "1.",
    "1)",
    "1. one",
    "- dash",
    "---",
    "===",
    "# heading",
    "> quote",
    "```",
    "~~~",
    "    code",
    "a\n\nb",
    "a  \nb",
    "a\\",
    "\\",
    "*",
    "_a_",
    "**b**",
    "[link](http://x)",
    "![pic](x)",
    "[ref]: http://x",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<http://x.org>",
    "&lt;&#60;&amp;",
    "a | b",
    "Jean #",
    "Jean ##",
    "Bus #12",
    "+32 470 00 00 00",
    "3. mars",
    "0470.",
    "2026. fin",
    "[x] done",
    ":-",
    "|-|-|",
    "{{ view }}",
    "{% raw %}",
    "a@b.c",
    "www.x.org",
]


PLACES = {
    "paragraph": ("{}", ["p"]),
    "list": ("- {}", ["ul", "li"]),
    "quote": ("> {}", ["blockquote", "p"]),
    "heading": ("## {}", ["h2"]),
    "sentence": ("word {}", ["p"]),
    "table": ("| a |\n|---|\n| {} |", ["table", "thead", "tr", "th", "tbody", "tr", "td"]),
}


@pytest.mark.parametrize(("around", "tags"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("text", SLIPS)
def test_what_looks_like_markdown_stays_text(around, tags, text):
    _stays_text(around, tags, text)


@settings(deadline=None, max_examples=250)
@given(signs, st.sampled_from([*PLACES.values()]))
def test_any_text_stays_text(text, place):
    _stays_text(*place, text)


def _stays_text(around, tags, text):
    meant = _folded(clean_block(text))
    if not meant:
        return
    page = Page(WITH_TABLES.render(around.replace("{}", str(markdown_text(text)))))

    shown = _folded(page.text).removeprefix("word ").removeprefix("a " if "|" in around else "")
    assert (shown, page.tags) == (meant, tags)


@settings(deadline=None)
@given(signs)
def test_a_text_becomes_one_line(text):
    assert "\n" not in markdown_text(text)


@pytest.mark.parametrize("text", ["http://x.org", "https://x", "www.x.org", "WWW.x.org", "a@b.c"])
def test_no_address_becomes_a_link_even_where_links_are_made_of_addresses(text):
    written = markdown_text(text)

    assert not re.search(r"(?i)(?<!\\)://|\bwww\.|(?<!\\)@", written)
    assert Page(MARKDOWN.render(written)).text.strip() == text


def test_what_is_no_text_is_left_alone():
    assert markdown_text(3) == 3
    assert markdown_text(None) is None


# Templates


def _render(tmp_path, template, fmt="html", own=None, **view):
    shipped = tmp_path / "shipped"
    shipped.mkdir(exist_ok=True)
    (shipped / f"doc.{fmt}.j2").write_text(template, encoding="utf-8")
    folders = [shipped]
    if own is not None:
        (tmp_path / "own").mkdir(exist_ok=True)
        (tmp_path / "own" / f"doc.{fmt}.j2").write_text(own, encoding="utf-8")
        folders = [tmp_path / "own", shipped]
    return render("doc", fmt, view, EN, folders)


@settings(deadline=None, max_examples=100)
@given(text=signs)
def test_any_text_stays_text_in_html(tmp_path_factory, text):
    page = Page(
        _render(
            tmp_path_factory.getbasetemp(),
            '<p title="{{ view.text }}">{{ view.text }}</p>',
            text=text,
        )
    )

    assert page.tags == ["p"]
    assert page.text == clean_block(text)


def test_html_is_escaped_in_texts_and_in_messages(tmp_path):
    html = _render(
        tmp_path,
        '{{ view.a }} {{ _("{label}: {text}", label="<b>", text=view.a) }}',
        a="<script>&\"'",
    )

    assert "<script>" not in html
    assert "<b>" not in html
    assert html.count("&lt;script&gt;&amp;&#34;&#39;") == 2


def test_markdown_is_escaped_in_texts_and_in_messages(tmp_path):
    text = _render(
        tmp_path,
        '{{ view.a }}\n\n{{ _("{label}: {text}", label="*b*", text=view.a) }}',
        "md",
        a="_x_",
    )

    assert text == "\\_x\\_\n\n\\*b\\*: \\_x\\_\n"


def test_gaps_in_markdown_are_one_blank_line(tmp_path):
    assert _render(tmp_path, "\n\na\n\n\n\n\nb\n\n\n", "md") == "a\n\nb\n"


def test_a_services_own_template_comes_first_and_reaches_the_shipped_one(tmp_path):
    shipped = "{% block a %}shipped{% endblock %} {% block b %}kept{% endblock %}"
    own = '{% extends "shipped/doc.md.j2" %}{% block a %}own{% endblock %}'

    assert _render(tmp_path, shipped, "md", own) == "own kept\n"


@pytest.mark.parametrize(
    ("template", "line"),
    [("a\n{{ view.nothing }}\n", 2), ("a\nb\n{% if %}\n", 3), ("{{ view.text.nothing }}", 1)],
)
def test_a_broken_template_is_named_with_its_line(tmp_path, template, line):
    with pytest.raises(BrokenTemplate) as broken:
        _render(tmp_path, template, text="x")

    assert (broken.value.code, broken.value.facts["template"]) == ("template-error", "doc.html.j2")
    assert broken.value.facts["line"] == line
    assert broken.value.facts["reason"]


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.__init__.__globals__ }}",
        "{{ view.text.__class__ }}",
        "{% include '../secret' %}",
        "{% include '/etc/passwd' %}",
        "{% set _ = view.update({'a': 1}) %}",
    ],
)
def test_a_template_reaches_nothing_but_its_view(tmp_path, template):
    (tmp_path / "secret").write_text("secret")

    with pytest.raises(BrokenTemplate):
        _render(tmp_path, template, text="x")


def test_a_template_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BrokenTemplate):
        render("gone", "md", {}, EN, [tmp_path])
