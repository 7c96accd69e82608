"""Pages rendered in their own language, and fragments that are kept and never stale."""

from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import ROOT
from filed import CATALOGUES
from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.exceptions import UndefinedError
from markupsafe import Markup
from newsdesk.addresses import Base
from newsdesk.page.rendering import Renderer, speak
from newsdesk.page.values import Head, Leaf, Ref

TEMPLATES = ROOT / "theme/templates"
BASE = Base("https://kota.example")
# Numbers what it renders, so that a test can see what was rendered anew.
MACROS = """
{%- macro told(value, word="") %}{{ nth() }} {{ _("Home") }} {{ value }}{% endmacro %}
{%- set told = once(told) %}
{%- macro dated(ref, day) %}{{ nth() }} {{ day|day }}{% endmacro %}
{%- set dated = once(dated) %}
{%- macro nosy(value) %}{{ value }} {{ head.title }}{% endmacro %}
{%- set nosy = once(nosy) %}
"""


def _environment(templates: dict[str, str]) -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        loader=DictLoader({"macros.html": MACROS, **templates}),
    )


def _speaking(lang: str = "id") -> Environment:
    speaking = speak(_environment({}), lang, CATALOGUES[lang], BASE)
    speaking.globals["nth"] = count(1).__next__
    return speaking


def _render(environment: Environment, call: str, **values: object) -> str:
    imported = '{% from "macros.html" import told, dated, nosy %}'
    source = f"{imported}{{{{ {call} }}}}"
    return environment.from_string(source).render(**values)


def test_page_is_rendered_in_its_own_language():
    template = '{{ _("Home") }} {{ lang }} {{ head.title }}'
    renderer = Renderer(_environment({"home.html": template}), CATALOGUES, BASE)

    def said(lang: str) -> bytes:
        return renderer.render(Leaf("", "home", {"head": Head("A & B", "", "", lang)}))

    assert b"Beranda id A &amp; B" == said("id")
    assert b"Home en A &amp; B" == said("en")
    assert b"Beranda id A &amp; B" == said("id")


def test_ready_bytes_pass():
    renderer = Renderer(_environment({}), CATALOGUES, BASE)

    assert b"\xff" == renderer.render(Leaf("a.png", data=b"\xff"))


def test_same_value_is_rendered_once():
    environment, ref = _speaking(), Ref("A & B", "/")

    assert "1 Beranda" == _render(environment, "told(a)", a=ref)[:9]
    assert "1 Beranda" == _render(environment, "told(a)", a=ref)[:9]
    assert "2 Beranda" == _render(environment, "told(a)", a=Ref("A & B", "/"))[:9]


def test_text_is_known_by_its_letters():
    environment, again = _speaking(), "".join(["pa", "sar"])

    assert "1 Beranda pasar" == _render(environment, "told(a)", a="pasar")
    assert "1 Beranda pasar" == _render(environment, "told(a)", a=again)
    assert "2 Beranda pasir" == _render(environment, "told(a)", a="pasir")


def test_every_value_counts():
    environment, ref = _speaking(), Ref("A", "/")

    assert "1" == _render(environment, "told(a, 'b')", a=ref)[0]
    assert "2" == _render(environment, "told(a, 'c')", a=ref)[0]
    assert "1" == _render(environment, "told(a, 'b')", a=ref)[0]


def test_text_and_html_of_the_same_letters_are_two():
    environment = _speaking()

    assert "1 Beranda &lt;b&gt;" == _render(environment, "told(a)", a="<b>")
    assert "2 Beranda <b>" == _render(environment, "told(a)", a=Markup("<b>"))


def test_equal_instants_of_two_zones_are_two():
    environment, ref = _speaking(), Ref("A", "/")
    late = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    early = late.astimezone(ZoneInfo("Asia/Jayapura"))

    assert late == early
    assert "1 24 November 2026" == _render(environment, "dated(a, d)", a=ref, d=late)
    assert "2 25 November 2026" == _render(environment, "dated(a, d)", a=ref, d=early)


def test_values_that_are_gone_are_not_mistaken_for_others():
    environment = _speaking()
    told = [_render(environment, "told(a)", a=Ref(str(n), "/")) for n in range(200)]

    assert 200 == len(set(told))


def test_languages_keep_their_own():
    ref = Ref("A", "/")

    assert "1 Beranda" == _render(_speaking("id"), "told(a)", a=ref)[:9]
    assert "1 Home" == _render(_speaking("en"), "told(a)", a=ref)[:6]


@pytest.mark.parametrize("value", [["a"], {"a": "b"}, ({"a"},)])
def test_what_could_change_is_not_kept(value: object):
    with pytest.raises(TypeError, match="unhashable"):
        _render(_speaking(), "told(a)", a=value)


def test_kept_macro_sees_no_page():
    with pytest.raises(UndefinedError, match="'head' is undefined"):
        _render(_speaking(), "nosy('a')", head=Head("", "", "", "id"))


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem
)
def test_theme_imports_no_macro_with_a_page(path: Path):
    environment = Environment(extensions=["jinja2.ext.i18n"])
    tree = environment.parse(path.read_text(encoding="utf-8"))
    imports = tree.find_all((nodes.FromImport, nodes.Import, nodes.Include))

    assert [] == [found for found in imports if found.with_context]
