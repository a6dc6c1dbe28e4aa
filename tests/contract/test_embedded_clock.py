"""The clock of the element for other websites, by the published examples."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.factories import by_path, make_publication
from tests.plain_words import WORDS

from aushang.outputs import api

PARTS = Path(__file__).parents[2] / "themes/aushang_theme/embed"
ASK = """
const { posts, states } = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify({
  posts: posts.map((one) => holds(one.post, Date.parse(one.now))),
  states: states.map((one) => {
    const place = { transitions: one.place_transitions };
    const { effect, post } = standing(one, place, Date.parse(one.now));
    return { effect, post };
  }),
}));
"""


def test_the_element_tells_time_as_the_examples_do() -> None:
    """Its own rule, in Node: what holds of a post, of a place, of a service that follows it."""
    files = by_path(api.list_files(make_publication(), WORDS))
    vectors = json.loads(files["api/v1/clock-vectors.json"])["data"]
    names = ("1-words.js", "2-look.js", "3-times.js", "4-rule.js")
    script = "\n".join((PARTS / name).read_text(encoding="utf-8") for name in names)
    node = shutil.which("node")
    assert node, "run tools/calendar_reader, which installs Node"
    done = subprocess.run(
        [node, "-e", script + ASK],
        input=json.dumps(vectors),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["posts"] == [one["expected"] == "current" for one in vectors["posts"]]
    expected = [one["expected"] for one in vectors["states"]]
    assert found["states"] == [{name: one[name] for name in ("effect", "post")} for one in expected]
