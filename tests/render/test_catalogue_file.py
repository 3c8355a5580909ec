"""Messages looked up in a compiled catalogue: the same as the standard library reads out of it."""

import gettext
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.render.catalogue import LOCALE
from jobcoach.render.catalogue_file import CatalogueFile

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def compiled(messages, locale="fr"):
    """A catalogue's bytes: texts by message; a message of two forms is a pair, its text is numbered by form."""
    catalogue = Catalog(locale=locale)
    for message, text in messages.items():
        forms = tuple(f"{text} {n}" for n in range(catalogue.num_plurals))
        catalogue.add(message, text if isinstance(message, str) else forms)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


@given(st.dictionaries(WORDS, WORDS, max_size=12), WORDS)
@settings(max_examples=60)
def test_every_message_is_found_and_no_other(messages, other):
    found = CatalogueFile(compiled(messages))

    assert {message: found.gettext(message) for message in messages} == messages
    if other not in messages:
        assert found.gettext(other) == other


@pytest.mark.parametrize("locale", ["fr", "nl", "de"])
@pytest.mark.parametrize("number", [0, 1, 2, 5, 1_000_000])
def test_a_plural_follows_the_rule_of_the_language(locale, number):
    data = compiled({("{number} day", "{number} days"): "form", "day": "jour"}, locale)
    library = gettext.GNUTranslations(io.BytesIO(data))
    asked = ("{number} day", "{number} days", number)

    assert CatalogueFile(data).ngettext(*asked) == library.ngettext(*asked)
    assert CatalogueFile(data).ngettext("{number} week", "{number} weeks", 1) == "{number} week"
    assert CatalogueFile(data).ngettext("{number} week", "{number} weeks", 2) == "{number} weeks"


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_our_own_catalogues_say_what_the_library_reads_out_of_them(language):
    data = (LOCALE / language / "LC_MESSAGES" / "jobcoach.mo").read_bytes()
    library = gettext.GNUTranslations(io.BytesIO(data))
    ours = CatalogueFile(data)
    messages = [message for message in library._catalog if isinstance(message, str) and message]

    assert len(messages) > 1000
    assert [m for m in messages if ours.gettext(m) != library.gettext(m)] == []


def test_an_empty_catalogue_says_everything_as_it_is_written():
    assert CatalogueFile(compiled({})).gettext("Name") == "Name"
