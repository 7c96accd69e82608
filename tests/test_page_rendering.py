"""Pages rendered in their own language."""

from filed import CATALOGUES
from jinja2 import DictLoader, Environment, StrictUndefined
from newsdesk.addresses import Base
from newsdesk.page.rendering import renderer
from newsdesk.page.values import Head, Leaf

BASE = Base("https://kota.example")


def _environment(templates: dict[str, str]) -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        loader=DictLoader(templates),
    )


def test_page_is_rendered_in_its_own_language():
    template = '{{ _("Home") }} {{ lang }} {{ head.title }}'
    bytes_of = renderer(_environment({"home.html": template}), CATALOGUES, BASE)

    def said(lang: str) -> bytes:
        return bytes_of(Leaf("", "home", {"head": Head("A & B", "", "", lang)}))

    assert b"Beranda id A &amp; B" == said("id")
    assert b"Home en A &amp; B" == said("en")
    assert b"Beranda id A &amp; B" == said("id")


def test_ready_bytes_pass():
    bytes_of = renderer(_environment({}), CATALOGUES, BASE)

    assert b"\xff" == bytes_of(Leaf("a.png", data=b"\xff"))
