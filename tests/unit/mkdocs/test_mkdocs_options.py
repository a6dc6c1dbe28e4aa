"""Aushang's own options, apart from the file they stand in."""

from aushang.mkdocs.options import Options, Problem, read_options


def test_each_option_is_described() -> None:
    """The model is the reference: no option without its sentence."""
    assert [name for name, field in Options.model_fields.items() if not field.description] == []


def test_problems_lead_to_their_place() -> None:
    """The keys of a problem begin with the way to the options."""
    options, problems = read_options({"tag": "a.example,2026", "contact": 3}, ("plugins", 0))
    assert options is None
    assert problems == [
        Problem(("plugins", 0, "contact"), "`contact` is “3”; expected text", "put it in quotes")
    ]


def test_tags_of_rfc_4151() -> None:
    """The authority is a host or an address, the date a year, a month or a day."""
    for tag in ("a.example,2026", "jana@a.example,2026-11", "a.example,2026-11-21"):
        assert read_options({"tag": tag}, ()) == (Options(tag=tag), [])


def test_one_description_for_all_languages() -> None:
    """A description may be one text, or one for each language."""
    for description in ("Was gilt.", {"de": "Was gilt.", "en": "What holds."}):
        options, problems = read_options({"tag": "a.example,2026", "description": description}, ())
        assert problems == []
        assert options is not None
        assert options.description == description
