"""The Indonesian catalogue of the desk's messages: complete, and nothing left over."""

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from newsdesk.desk import messages
from newsdesk.desk.messages import MESSAGES, Message
from newsdesk.desk.report import CATALOGUES


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (CATALOGUES / "id.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def msgids() -> set[str]:
    counted = [messages.ERRORS, messages.WARNINGS, *messages.SPARED.values()]
    sentences = [*MESSAGES.values(), *counted]
    single = {
        *(messages.STOPPED, messages.LOOK, messages.STRICT),
        *(messages.NOTHING, messages.OR),
    }
    return (
        {sentence.one or sentence.text for sentence in sentences}
        | single
        | set(messages.ROLES.values())
    )


def written(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in catalogue:
        if entry.id:
            id = entry.id if isinstance(entry.id, str) else entry.id[0]
            text = entry.string
            found[id] = (text,) if isinstance(text, str) else tuple(text)
    return found


def test_every_message_is_translated(catalogue: Catalog) -> None:
    empty = {id for id, texts in written(catalogue).items() if not all(texts)}
    assert (set(), set()) == (msgids() - written(catalogue).keys(), empty)


def test_no_entry_is_unused_fuzzy_or_obsolete(catalogue: Catalog) -> None:
    assert set() == written(catalogue).keys() - msgids()
    assert [] == [entry.id for entry in catalogue if entry.id and entry.fuzzy]
    assert {} == catalogue.obsolete


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text.replace("{{", "").replace("}}", "")))


def test_translations_name_the_same_values(catalogue: Catalog) -> None:
    different = {
        id
        for id, texts in written(catalogue).items()
        for text in texts
        if placeholders(id) != placeholders(text)
    }
    assert set() == different


def test_singular_and_plural_name_the_same_values() -> None:
    counted = [m for m in MESSAGES.values() if m.count]
    assert [placeholders(m.text) for m in counted] == [
        placeholders(m.one) for m in counted
    ]


_UNWANTED = re.compile(
    r"\b(invalid|illegal|must be valid|something went wrong|tidak valid)\b|!(?!\[)",
    re.IGNORECASE,
)


def test_no_message_scolds(catalogue: Catalog) -> None:
    texts = [*msgids(), *(t for ts in written(catalogue).values() for t in ts)]
    assert [] == [text for text in texts if _UNWANTED.search(text)]


@pytest.mark.parametrize("sentences", MESSAGES.values(), ids=map(str, MESSAGES))
def test_message_is_made_of_whole_sentences(sentences: Message) -> None:
    assert sentences.text[-1] in ".?"
    assert sentences.text[0].isupper() or sentences.text[0] in '{"'
