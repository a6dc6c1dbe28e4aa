"""Rows about cold builds: nothing is left over from a run before."""

from collections.abc import Iterator

from bench.engines import Engine, aushang, mkdocs, zensical
from bench.hugo import VARIANTS, hugo
from bench.measure import built, cold, median
from bench.plan import NotThereError, Plan
from bench.table import Line, Pair, bounded

_TIME = 0.35
_MEMORY = 0.4
_TIME_WITH_SEARCH = 0.6
_GROWTH = 1.3
_LARGE_MEMORY = 2_000  # MB
_MKDOCS = 10


def against_hugo(plan: Plan) -> Iterator[Line]:
    """Site, feeds, JSON, site map and gate against both of Hugo's variants; search on no side."""
    peers = [hugo(variant, plan.peers) for variant in VARIANTS]
    ours, *theirs = plan.in_turn(plan.posts, aushang(), *peers)
    for peer, costs in zip(peers, theirs, strict=True):
        what = f"cold build of {plan.posts:,} posts, {peer.name}"
        yield Pair(what=what, ours=median(ours), peer=median(costs)).at_most(_TIME)
    peak = plan.peak(aushang(), plan.posts)
    for peer in peers:
        what = f"peak memory of it, {peer.name}"
        their_peak = plan.peak(peer, plan.posts)
        yield Pair(what=what, ours=peak, peer=their_peak, unit="MB").at_most(_MEMORY)


def with_search(plan: Plan) -> Iterator[Line]:
    """The same with Pagefind on both sides."""
    engine = aushang(is_searched=True)
    folder = plan.filled(engine, plan.posts)
    built(engine, folder)
    if not (folder / engine.output / "pagefind").is_dir():
        raise NotThereError("a build with `search: true` writes no index")
    peers = [hugo(variant, plan.peers, is_searched=True) for variant in VARIANTS]
    ours, *theirs = plan.in_turn(plan.posts, engine, *peers)
    for peer, costs in zip(peers, theirs, strict=True):
        what = f"cold build of {plan.posts:,} posts with search, {peer.name} and Pagefind"
        yield Pair(what=what, ours=median(ours), peer=median(costs)).at_most(_TIME_WITH_SEARCH)


def against_mkdocs(plan: Plan) -> Iterator[Line]:
    """Material's blog, which is what many come from."""
    ours, theirs = plan.in_turn(plan.small, aushang(), mkdocs())
    what = f"cold build of {plan.small:,} posts, MkDocs with Material's blog"
    yield Pair(what=what, ours=median(ours), peer=median(theirs)).times_faster(_MKDOCS)


def against_zensical(plan: Plan) -> Iterator[Line]:
    """Material's successor."""
    ours, theirs = _pair(plan, zensical(plan.peers))
    what = f"cold build of {plan.small:,} posts, Zensical on plain pages"
    yield Pair(what=what, ours=ours, peer=theirs).unjudged()


def of_a_large_archive(plan: Plan) -> Iterator[Line]:
    """One build of many posts: time for each against a small archive, and memory.

    Both are watched, since a second run of the large one would take minutes.
    """
    engine = aushang()
    small = cold(engine, plan.filled(engine, plan.small), is_watched=True)
    large = cold(engine, plan.filled(engine, plan.large), is_watched=True)
    yield Pair(
        what=f"time per post at {plan.large:,} posts; the peer is Aushang at {plan.small:,}",
        ours=large.seconds / plan.large * 1e6,
        peer=small.seconds / plan.small * 1e6,
        unit="µs",
    ).at_most(_GROWTH)
    what = f"peak memory at {plan.large:,} posts"
    yield bounded(what, large.megabytes, _LARGE_MEMORY, "MB")


def _pair(plan: Plan, peer: Engine) -> tuple[float, float]:
    ours, theirs = plan.in_turn(plan.small, aushang(), peer)
    return median(ours), median(theirs)
