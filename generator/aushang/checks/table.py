"""Every check there is: one explicit tuple, and those that other packages bring.

A package of its own offers a check as an entry point of the group `aushang.checks` that names an
object made by `aushang.checks.rules.check`.
"""

from functools import cache
from importlib.metadata import entry_points

from aushang.checks.absurd_price import absurd_price
from aushang.checks.against_schema import against_schema
from aushang.checks.against_statuspage import against_statuspage
from aushang.checks.answer_ahead_of_time import answer_ahead_of_time
from aushang.checks.booking_ahead_of_time import booking_ahead_of_time
from aushang.checks.broken_calendar import broken_calendar
from aushang.checks.broken_feed import broken_feed
from aushang.checks.broken_json import broken_json
from aushang.checks.contradicting_posts import contradicting_posts
from aushang.checks.dead_anchor import dead_anchor
from aushang.checks.dead_anchor_ahead import dead_anchor_ahead
from aushang.checks.dead_link import dead_link
from aushang.checks.dead_link_ahead import dead_link_ahead
from aushang.checks.dead_outside_link import dead_outside_link
from aushang.checks.declared_type import declared_type
from aushang.checks.disagreeing_views import disagreeing_views
from aushang.checks.distant_notice import distant_notice
from aushang.checks.empty_address import empty_address
from aushang.checks.empty_feed import empty_feed
from aushang.checks.empty_list import empty_list
from aushang.checks.empty_main import empty_main
from aushang.checks.empty_menu_target import empty_menu_target
from aushang.checks.empty_page import empty_page
from aushang.checks.empty_section import empty_section
from aushang.checks.encoded_twice import encoded_twice
from aushang.checks.ended_ignore import ended_ignore
from aushang.checks.false_permalink import false_permalink
from aushang.checks.foreign_in_sitemap import foreign_in_sitemap
from aushang.checks.foreign_request import foreign_request
from aushang.checks.foreign_words import foreign_words
from aushang.checks.full_but_free import full_but_free
from aushang.checks.hollow_section import hollow_section
from aushang.checks.impossible_address import impossible_address
from aushang.checks.impossible_date import impossible_date
from aushang.checks.incomplete_feed import incomplete_feed
from aushang.checks.insecure_link import insecure_link
from aushang.checks.mailbox_contact import mailbox_contact
from aushang.checks.malformed_contact import malformed_contact
from aushang.checks.markup_in_title import markup_in_title
from aushang.checks.missing_contact import missing_contact
from aushang.checks.missing_guid import missing_guid
from aushang.checks.missing_prices import missing_prices
from aushang.checks.missing_scheme import missing_scheme
from aushang.checks.missing_slash import missing_slash
from aushang.checks.mixed_content import mixed_content
from aushang.checks.moved_page import moved_page
from aushang.checks.nameless_link import nameless_link
from aushang.checks.net_price import net_price
from aushang.checks.outgrown_baseline import outgrown_baseline
from aushang.checks.over_but_shown import over_but_shown
from aushang.checks.overdue_promise import overdue_promise
from aushang.checks.page_without_description import page_without_description
from aushang.checks.page_without_language import page_without_language
from aushang.checks.page_without_title import page_without_title
from aushang.checks.past_future import past_future
from aushang.checks.picture_without_text import picture_without_text
from aushang.checks.placeholder import placeholder
from aushang.checks.placeholder_on_page import placeholder_on_page
from aushang.checks.price_before_start import price_before_start
from aushang.checks.price_from import price_from
from aushang.checks.price_with_asterisk import price_with_asterisk
from aushang.checks.redirect_chain import redirect_chain
from aushang.checks.redirect_loop import redirect_loop
from aushang.checks.relative_in_feed import relative_in_feed
from aushang.checks.repeated_entry import repeated_entry
from aushang.checks.repeated_id import repeated_id
from aushang.checks.repeated_question import repeated_question
from aushang.checks.rules import Rule, Stage
from aushang.checks.skipped_heading import skipped_heading
from aushang.checks.stale_booking import stale_booking
from aushang.checks.unchanged_price import unchanged_price
from aushang.checks.unknown_reference import unknown_reference
from aushang.checks.unlisted_in_sitemap import unlisted_in_sitemap
from aushang.checks.unmentioned import unmentioned
from aushang.checks.unoffered_booking import unoffered_booking
from aushang.checks.unreachable_page import unreachable_page
from aushang.checks.unused_ignore import unused_ignore
from aushang.checks.vague_link_text import vague_link_text
from aushang.checks.vanished_address import vanished_address
from aushang.checks.vanished_file import vanished_file
from aushang.checks.vanished_id import vanished_id
from aushang.checks.wrong_self import wrong_self
from aushang.model import AushangError

GROUP = "aushang.checks"

TABLE: tuple[Rule[...], ...] = (
    unknown_reference,
    missing_prices,
    unchanged_price,
    absurd_price,
    price_before_start,
    unoffered_booking,
    repeated_question,
    empty_section,
    empty_page,
    empty_main,
    full_but_free,
    booking_ahead_of_time,
    answer_ahead_of_time,
    hollow_section,
    empty_menu_target,
    empty_list,
    unmentioned,
    placeholder,
    placeholder_on_page,
    dead_link,
    dead_link_ahead,
    dead_anchor_ahead,
    dead_outside_link,
    contradicting_posts,
    dead_anchor,
    missing_slash,
    malformed_contact,
    repeated_id,
    insecure_link,
    redirect_loop,
    foreign_request,
    empty_address,
    impossible_address,
    moved_page,
    mixed_content,
    redirect_chain,
    missing_scheme,
    unreachable_page,
    distant_notice,
    broken_feed,
    broken_json,
    incomplete_feed,
    impossible_date,
    repeated_entry,
    missing_guid,
    false_permalink,
    wrong_self,
    encoded_twice,
    disagreeing_views,
    empty_feed,
    relative_in_feed,
    markup_in_title,
    declared_type,
    foreign_in_sitemap,
    unlisted_in_sitemap,
    against_schema,
    against_statuspage,
    broken_calendar,
    overdue_promise,
    over_but_shown,
    past_future,
    stale_booking,
    vanished_address,
    vanished_id,
    vanished_file,
    unused_ignore,
    outgrown_baseline,
    ended_ignore,
    missing_contact,
    vague_link_text,
    picture_without_text,
    skipped_heading,
    page_without_language,
    page_without_title,
    page_without_description,
    nameless_link,
    mailbox_contact,
    foreign_words,
    net_price,
    price_from,
    price_with_asterisk,
)


def rules(stage: Stage) -> tuple[Rule[...], ...]:
    """The checks of one stage, by code."""
    return tuple(rule for rule in every_rule() if rule.stage is stage)


@cache
def every_rule() -> tuple[Rule[...], ...]:
    """All checks, ours and those of other packages, by code.

    Raises AushangError for an entry point that is not a check or takes a code that is in use.
    """
    return tuple(sorted((*TABLE, *_of_others()), key=lambda rule: rule.code))


def _of_others() -> list[Rule[...]]:
    found: list[Rule[...]] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        remedy = f"mend or uninstall the package that offers “{entry.name}” as {GROUP}"
        try:
            rule = entry.load()
        except (ImportError, AttributeError, ValueError) as error:
            raise AushangError(
                f"the check “{entry.name}” cannot be loaded: {error}", remedy
            ) from error
        if not isinstance(rule, Rule):
            raise AushangError(f"“{entry.value}” is not a check", remedy)
        found.append(rule)
    return found
