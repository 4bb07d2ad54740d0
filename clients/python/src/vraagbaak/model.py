"""What the server answers, as values. `raw` is the JSON, with all members that docs/json.md names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

JSON = Dict[str, Any]


@dataclass(frozen=True)
class Asker:
    name: str
    party: Optional[str] = None


@dataclass(frozen=True)
class Minister:
    name: Optional[str] = None
    role: Optional[str] = None


@dataclass(frozen=True)
class Passage:
    """A question, an answer, an introduction or a note."""

    kind: str
    text: str
    label: Optional[str] = None
    page: Optional[int] = None
    # What to show of it, and the same with what matches between <mark> and </mark>, escaped.
    snippet: str = ""
    html: str = ""

    @classmethod
    def of(cls, raw: JSON) -> Passage:
        snippet = raw.get("snippet") or {}
        return cls(
            kind=raw["kind"], text=raw["text"], label=raw.get("label"), page=raw.get("page"),
            snippet=snippet.get("text", ""), html=snippet.get("html", ""))


@dataclass(frozen=True)
class _Heading:
    id: str
    title: str
    number: Optional[str]
    # As much as the source says: YYYY-MM-DD, YYYY-MM or YYYY.
    date: Optional[str]
    answered: Optional[str]
    state: Optional[str]
    askers: List[Asker]
    ministers: List[Minister]
    themes: List[str]
    raw: JSON = field(repr=False)


def _heading(raw: JSON) -> JSON:
    return {
        "id": raw["id"], "title": raw["title"], "number": raw.get("number"), "date": raw.get("date"),
        "answered": raw.get("answered"), "state": raw.get("state"),
        "askers": [Asker(each["name"], each.get("party")) for each in raw["askers"]],
        "ministers": [Minister(each.get("name"), each.get("role")) for each in raw["ministers"]],
        "themes": list(raw["themes"]), "raw": raw,
    }


@dataclass(frozen=True)
class Hit(_Heading):
    rank: int
    score: float
    passage: Passage
    # The answers to a question, the questions of an answer.
    counterparts: List[Passage]

    @classmethod
    def of(cls, raw: JSON) -> Hit:
        return cls(
            **_heading(raw), rank=raw["rank"], score=raw["score"], passage=Passage.of(raw["passage"]),
            counterparts=[Passage.of(each) for each in raw["counterparts"]])


@dataclass(frozen=True)
class Pair:
    """A sub-question and the answers to it."""

    label: Optional[str]
    question: Passage
    answers: List[Passage]


@dataclass(frozen=True)
class Document(_Heading):
    introduction: Optional[Passage]
    pairs: List[Pair]
    # All parts of the answer, in order.
    answer: List[Passage]

    @classmethod
    def of(cls, raw: JSON) -> Document:
        introduction = raw.get("introduction")
        return cls(
            **_heading(raw), introduction=Passage.of(introduction) if introduction else None,
            pairs=[
                Pair(each.get("label"), Passage.of(each["question"]), [Passage.of(a) for a in each["answers"]])
                for each in raw["questions"]
            ],
            answer=[Passage.of(each) for each in raw["answer"]])


@dataclass(frozen=True)
class Page:
    """A page of hits."""

    query: str
    total: int
    # False where the total is an estimate.
    is_exact: bool
    hits: List[Hit]
    # By field: the values with their counts, the most frequent first.
    facets: Dict[str, Dict[str, int]]
    did_you_mean: Optional[str]
    # Of the page behind it; None where there is none.
    next: Optional[str]
    raw: JSON = field(repr=False)

    @classmethod
    def of(cls, raw: JSON) -> Page:
        return cls(
            query=raw.get("query", ""), total=raw["total"]["count"], is_exact=raw["total"]["exact"],
            hits=[Hit.of(each) for each in raw["hits"]], facets=facets(raw),
            did_you_mean=raw.get("didYouMean"), next=raw.get("next"), raw=raw)


@dataclass(frozen=True)
class Suggestions:
    """What a query may become: words and names as queries, and titles by id."""

    words: List[str]
    names: List[str]
    titles: Dict[str, str]

    @classmethod
    def of(cls, raw: JSON) -> Suggestions:
        return cls(
            words=[each["query"] for each in raw["words"]], names=[each["query"] for each in raw["names"]],
            titles={each["id"]: each["title"] for each in raw["titles"]})


def facets(raw: JSON) -> Dict[str, Dict[str, int]]:
    return {
        facet["field"]: {each["value"]: each["count"] for each in facet["values"]} for facet in raw.get("facets", [])
    }
