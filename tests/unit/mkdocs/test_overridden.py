"""Material's base template is read without what nobody sees of it."""

from jinja2 import DictLoader, Environment

from aushang.mkdocs.overridden import OverriddenLoader, block_names, without_blocks

BASE = (
    "<a>{% block head %}<b>{% block title %}T{% endblock title %}</b>{% endblock %}"
    "{%- block body -%}{{ missing.value }}{%- endblock -%}{% if x %}{% block foot %}F{% endblock %}"
    "{% endif %}{% block last %}L{% endblock %}</a>"
)


def rendered(base: str, child: str, *, is_lean: bool) -> str:
    """The child over the base."""
    inner = DictLoader({"base.html": base, "main.html": '{% extends "base.html" %}' + child})
    loader = OverriddenLoader(inner, base="base.html", child="main.html") if is_lean else inner
    return Environment(loader=loader, autoescape=True).get_template("main.html").render(x=True)


def test_only_replaced_blocks_are_emptied() -> None:
    """All that stands in them goes, blocks within them too; the rest stays to the letter."""
    assert block_names(BASE) == {"head", "title", "body", "foot", "last"}
    assert without_blocks(BASE, frozenset({"head", "body", "foot"})) == (
        "<a>{% block head %}{% endblock %}{%- block body -%}{%- endblock -%}"
        "{% if x %}{% block foot %}{% endblock %}{% endif %}{% block last %}L{% endblock %}</a>"
    )
    assert without_blocks(BASE, frozenset({"title"})) == BASE.replace("%}T{%", "%}{%")
    assert without_blocks(BASE, frozenset()) == BASE


def test_a_page_is_the_same_without_them() -> None:
    """What replaces a block is all that a page shows of it."""
    child = "{% block head %}H{% endblock %}{% block body %}B{% endblock %}"
    assert rendered(BASE, child, is_lean=True) == "<a>HBFL</a>"
    assert rendered(BASE, child, is_lean=False) == "<a>HBFL</a>"


def test_a_block_that_is_built_upon_stays() -> None:
    """`super()` shows what Material has."""
    child = "{% block last %}<{{ super() }}>{% endblock %}{% block body %}B{% endblock %}"
    assert rendered(BASE, child, is_lean=True) == "<a><b>T</b>BF<L></a>"
