"""Whatever people edit, the search that follows from an edit equals that of a full build.

The index is a transcript of its documents here, so that many edits can be tried; what Pagefind
makes of a block is a function of just these documents.
"""

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from tests.integration.sites import tree
from tests.property.test_edits_equal_a_full_build import NOW, STEPS, careful, seeds
from tests.publication_edits import EDITS, Desk
from tests.searched_documents import Transcript
from tests.small_publication import write_publication

from aushang.build.pipeline import build
from aushang.build.progress import Stopwatch, Unwatched
from aushang.build.result import Result
from aushang.mkdocs.configuration import load_configuration
from aushang.mkdocs.host import host, project
from aushang.model import AushangError


def publish(desk: Desk, output: Path, indexer: Transcript) -> Result:
    """One build of the desk's publication. Raises AushangError where it cannot be."""
    configuration = replace(load_configuration(desk.root / "mkdocs.yml"), output=output)
    # In this process alone: the indexer counts what it is asked for.
    by = replace(host(configuration), indexer=indexer, workers=1)
    watch = Stopwatch(Unwatched())
    return build(project(configuration), by, now=desk.now, watch=watch)


def index_of(output: Path) -> dict[str, bytes]:
    """What the search loads."""
    return {path: data for path, data in tree(output).items() if path.startswith("pagefind/")}


@careful
@given(seeds)
def test_an_edited_index_is_that_of_a_full_build(seed: int) -> None:
    """Byte for byte; and a block whose bytes are as they were was not made again."""
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        root = write_publication(Path(folder))
        file = root / "mkdocs.yml"
        file.write_text(file.read_text().replace("search: false", "search: true"))
        desk, kept = Desk(root, NOW), root / "site"
        assert not publish(desk, kept, Transcript()).is_refused
        for number in range(STEPS):
            chance.choice(EDITS)(desk, chance.randrange(1000))
            before, fresh = index_of(kept), root / f"fresh-{number}"
            indexer, other = Transcript(), Transcript()
            try:
                result = publish(desk, kept, indexer)
            except AushangError:  # the configuration is wrong now: no build can be made
                break
            if publish(desk, fresh, other).is_refused:
                assert result.is_refused
                continue
            after = index_of(kept)
            assert after == index_of(fresh)
            assert _changed(before, after) == {*indexer.made}
            assert {*indexer.made} <= {*other.made}


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[tuple[str, int]]:
    """The blocks with files that are new or differ."""
    files = [path for path in after if before.get(path) != after[path]]
    parts = [path.split("/") for path in files if not path.endswith("blocks.json")]
    gone = [path.split("/") for path in before.keys() - after.keys()]
    blocks = {(language, int(number)) for _, language, number, _ in parts}
    for _, language, *rest in gone:
        if len(rest) == 2 and f"pagefind/{language}/{rest[0]}/order.json" in after:
            blocks.add((language, int(rest[0])))
    return blocks
