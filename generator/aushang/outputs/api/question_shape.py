"""What the API says of a question; how its types are written is told in `models`."""

from typing import Annotated

from typing_extensions import TypedDict

from aushang.outputs.api.models import Prose
from aushang.outputs.api.values import Says, Texts, Time, Urls


class Question(TypedDict):
    """What a customer asked, and our answer."""

    id: Annotated[str, Says("Permanent.")]
    guid: Annotated[str, Says("The id of this question in the structured data of its page.")]
    question: Annotated[Texts, Says("The customer's words; the first language wrote them.")]
    answer: Annotated[dict[str, Prose], Says("By language tag, the same ones as `question`.")]
    answered: Annotated[Time, Says("When somebody looked at the answer last.")]
    services: Annotated[list[str], Says("Ids; with `locations` empty too: about everything.")]
    locations: Annotated[list[str], Says("Ids; with `services` empty too: about everything.")]
    contact: Annotated[str | None, Says("Id of the contact to ask next.")]
    urls: Annotated[Urls, Says("Where it stands, in each language of the site; permanent.")]
