"""Against a server on the bundled sample, whose address is in VRAAGBAAK_SERVER."""

import json
import os

import pytest

from vraagbaak import Client, ServerError


@pytest.fixture
def client() -> Client:
    return Client(os.environ["VRAAGBAAK_SERVER"])


def test_search_gives_typed_hits(client: Client) -> None:
    page = client.search("inburgering verblijfswetgeving", limit=3, facets=["jaar", "minister"])
    first = page.hits[0]
    assert first.id == "inburgering-en-verblijfsrecht" and first.rank == 1
    assert first.date == "2022-05-03" and first.askers[0].name == "Rik Vangheluwen"
    assert "<mark>" in first.passage.html and first.passage.snippet in first.passage.text
    assert sum(page.facets["jaar"].values()) == page.total and page.is_exact
    assert first.raw["passage"]["start"] < first.raw["passage"]["end"]


def test_every_hit_comes_once(client: Client) -> None:
    ids = [hit.id for hit in client.all("*")]
    assert len(ids) == len(set(ids)) == client.count() > 10
    first = client.search("*", limit=4)
    second = client.search("*", limit=4, cursor=first.next)
    assert [hit.id for hit in first.hits + second.hits] == ids[:8]


def test_documents_are_in_pairs(client: Client) -> None:
    document = client.document("412")
    assert document.id == "inburgering-en-verblijfsrecht" and len(document.pairs) > 1
    assert all(pair.answers for pair in document.pairs) and document.introduction
    assert client.similar(document.id, limit=2)[0].id != document.id


def test_citations(client: Client) -> None:
    assert client.citation("412").startswith("Schriftelijke vraag nr. 412 van 3 mei 2022")
    assert client.citation("412", "bibtex").startswith("@")
    assert json.loads(client.citation("412", "csl-json"))[0]["number"] == "412"


def test_the_rest(client: Client) -> None:
    assert "inburgering" in client.suggest("inbur").words
    assert client.facets(fields=["status"])["status"]["beantwoord"] > 10
    rows = client.table("inburgering", columns=["id", "title"])
    assert list(rows[0]) == ["id", "title"] and len(rows) == client.count("inburgering")


def test_refusals_say_why(client: Client) -> None:
    with pytest.raises(ServerError) as error:
        client.search("a", limit=0)
    assert error.value.status == 400 and error.value.parameter == "limit"
    with pytest.raises(ServerError) as error:
        client.search("status:weg")
    assert error.value.status == 422 and "status:open" in error.value.detail
    with pytest.raises(ServerError) as error:
        client.document("a/b ?&#")
    assert error.value.status == 404
    with pytest.raises(ServerError) as error:
        Client("http://127.0.0.1:1", timeout=2).count()
    assert error.value.status == 0
