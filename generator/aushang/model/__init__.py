"""The words of the field as frozen values: standard library only, no I/O and no clock."""

from aushang.model.answers import Answer, Cause, Span, Timeline, Where
from aushang.model.artifact import Artifact, Kind
from aushang.model.availability import Availability, Slot
from aushang.model.body import ROOT, Body, Heading, Link, Section
from aushang.model.diagnostic import Diagnostic, Edit, Position, Severity
from aushang.model.errors import AushangError
from aushang.model.ignored import Ignored
from aushang.model.localised import Localised
from aushang.model.page import MediaFile, Menu, Page, PageText
from aushang.model.phase import NEWS_LASTS, Phase, begins, finishes, moments, phase
from aushang.model.place import Address, Contact, Hours, Location, Service, SpecialHours
from aushang.model.post import Effect, Post, PostText, PostType, RelatedLink, Update, UpdateStatus
from aushang.model.price import CURRENCY, Fee, Period, Price
from aushang.model.publication import Publication, visible
from aushang.model.question import Question, QuestionText, same_words
from aushang.model.site import Site
from aushang.model.source import Source

__all__ = [
    "CURRENCY",
    "NEWS_LASTS",
    "ROOT",
    "Address",
    "Answer",
    "Artifact",
    "AushangError",
    "Availability",
    "Body",
    "Cause",
    "Contact",
    "Diagnostic",
    "Edit",
    "Effect",
    "Fee",
    "Heading",
    "Hours",
    "Ignored",
    "Kind",
    "Link",
    "Localised",
    "Location",
    "MediaFile",
    "Menu",
    "Page",
    "PageText",
    "Period",
    "Phase",
    "Position",
    "Post",
    "PostText",
    "PostType",
    "Price",
    "Publication",
    "Question",
    "QuestionText",
    "RelatedLink",
    "Section",
    "Service",
    "Severity",
    "Site",
    "Slot",
    "Source",
    "Span",
    "SpecialHours",
    "Timeline",
    "Update",
    "UpdateStatus",
    "Where",
    "begins",
    "finishes",
    "moments",
    "phase",
    "same_words",
    "visible",
]
