"""Asks a server; see docs/http.md for what it can be asked."""

from __future__ import annotations

import csv
import io
import json
from http.client import HTTPException
from typing import Any, Dict, Iterator, List, Optional, Sequence, Union
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from .model import Document, Hit, Page, Suggestions, facets

Value = Union[str, int, bool, Sequence[str], None]


class ServerError(Exception):
    """What the server refused, and why."""

    def __init__(self, status: int, detail: str, parameter: Optional[str] = None) -> None:
        super().__init__(f"{status}: {detail}" if status else detail)
        # 0: it could not be reached.
        self.status = status
        self.detail = detail
        self.parameter = parameter


class Client:
    """A server by its address. May be used by several threads."""

    def __init__(
        self, address: str = "http://127.0.0.1:8080", *, token: Optional[str] = None, timeout: float = 30
    ) -> None:
        """`token`: of a server that asks for one; `timeout`: seconds for one answer."""
        self._address = address.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._timeout = timeout

    def search(
        self, query: str, *, limit: int = 10, offset: int = 0, cursor: Optional[str] = None, sort: str = "relevance",
        kind: Optional[str] = None, facets: Sequence[str] = (), passages: bool = False, expand: bool = False,
    ) -> Page:
        """A page of hits. `cursor` is `next` of the page before, of the same search."""
        place: Dict[str, Value] = {"cursor": cursor} if cursor else {"offset": offset or None}
        return Page.of(self._json(
            "/v1/search", q=query, limit=limit, sort=sort, kind=kind, facets=facets, passages=passages, expand=expand,
            **place))

    def all(self, query: str, *, sort: str = "relevance", kind: Optional[str] = None) -> Iterator[Hit]:
        """Every hit, page after page."""
        cursor: Optional[str] = None
        while True:
            page = self.search(query, limit=100, cursor=cursor, sort=sort, kind=kind)
            yield from page.hits
            cursor = page.next
            if cursor is None:
                return

    def document(self, id: str) -> Document:
        """By its id; also by a number, or the end of an id, that only one has."""
        return Document.of(self._json(f"/v1/documents/{quote(id, safe='')}"))

    def citation(self, id: str, format: str = "text", place: Optional[str] = None) -> str:
        """`format`: text, bibtex, ris or csl-json; `place`: a sub-question as "3", or "page=3"."""
        return self._text(f"/v1/documents/{quote(id, safe='')}/citation", format=format, place=place).strip()

    def similar(self, id: str, *, limit: int = 10) -> List[Hit]:
        return [Hit.of(each) for each in self._json(f"/v1/similar/{quote(id, safe='')}", limit=limit)["hits"]]

    def suggest(self, text: str, *, limit: int = 5) -> Suggestions:
        return Suggestions.of(self._json("/v1/suggest", q=text, limit=limit))

    def count(self, query: str = "*") -> int:
        return int(self._json("/v1/count", q=query)["total"]["count"])

    def facets(self, query: str = "*", fields: Sequence[str] = ()) -> Dict[str, Dict[str, int]]:
        return facets(self._json("/v1/facets", q=query, facets=fields))

    def table(self, query: str, *, columns: Sequence[str] = ()) -> List[Dict[str, str]]:
        """All hits, each a row by the names of its columns."""
        return list(csv.DictReader(io.StringIO(self._text("/v1/search.csv", q=query, columns=columns), newline="")))

    def _json(self, path: str, **parameters: Value) -> Dict[str, Any]:
        answer = json.loads(self._text(path, **parameters))
        assert isinstance(answer, dict)
        return answer

    def _text(self, path: str, **parameters: Value) -> str:
        given = {name: _written(value) for name, value in parameters.items() if _is_given(value)}
        address = self._address + path + ("?" + urlencode(given) if given else "")
        try:
            with urlopen(Request(address, headers=self._headers), timeout=self._timeout) as response:
                return str(response.read().decode("utf-8"))
        except HTTPError as error:
            raise _refusal(error) from None
        except (URLError, HTTPException, OSError) as error:
            raise ServerError(0, f"{self._address} does not answer: {getattr(error, 'reason', error)}") from error


def _is_given(value: Value) -> bool:
    """0 is; no value, an empty list and a flag that is not set are not."""
    return value is not None and value is not False and (isinstance(value, (str, int)) or len(value) > 0)


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value) if isinstance(value, (str, int)) else ",".join(value or ())


def _refusal(error: HTTPError) -> ServerError:
    text = error.read().decode("utf-8", "replace")
    try:
        problem = json.loads(text)
    except ValueError:
        problem = None
    if error.code == 300 and isinstance(problem, dict):
        ids = ", ".join(str(each.get("id")) for each in problem.get("documents", []))
        return ServerError(300, f"several documents are called that: {ids}")
    if not isinstance(problem, dict):
        return ServerError(error.code, text[:200] or str(error.reason))
    return ServerError(error.code, str(problem.get("detail") or problem.get("title")), problem.get("parameter"))
