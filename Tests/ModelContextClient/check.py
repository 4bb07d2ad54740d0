"""What the protocol's own client gets of the tools for language models: check.py PROGRAM INDEX starts the
program, check.py URL asks a server that runs."""

import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

TOOLS = {"search_questions", "get_question", "find_similar", "list_facets", "list_unanswered"}


def expect(is_so, what):
    if not is_so:
        sys.exit(f"mcp: {what}")


async def use(session):
    greeting = await session.initialize()
    expect(greeting.server_info.name == "vraagbaak", "it does not say who it is")
    await session.send_ping()
    tools = (await session.list_tools()).tools
    expect({tool.name for tool in tools} == TOOLS, f"other tools: {[tool.name for tool in tools]}")
    expect(all(tool.annotations.read_only_hint for tool in tools), "a tool does not say that it only reads")

    found = await session.call_tool("search_questions", {"query": "inburgering verblijfswetgeving", "limit": 3})
    hits = found.structured_content["hits"]
    expect(not found.is_error and hits[0]["id"] == "inburgering-en-verblijfsrecht", "the search finds another first")
    expect("<citaat>" in found.content[0].text and hits[0]["citation"], "a hit is not quoted or cited")
    document = await session.call_tool("get_question", {"id": hits[0]["id"]})
    expect("nr. 412" in document.content[0].text, "the document is not cited")
    similar = await session.call_tool("find_similar", {"id": hits[0]["id"]})
    expect(similar.structured_content["hits"], "nothing is similar")
    counts = await session.call_tool("list_facets", {"fields": ["jaar", "minister"]})
    expect(sum(value["count"] for value in counts.structured_content["facets"]["jaar"]) > 10, "few are counted")
    waiting = await session.call_tool("list_unanswered", {})
    expect(all(hit["state"] != "beantwoord" for hit in waiting.structured_content["hits"]), "an answered one waits")
    nothing = await session.call_tool("search_questions", {"query": "kwzrtplmf"})
    expect(not nothing.is_error and nothing.content[0].text.startswith("Nothing found."), "nothing is not said as such")
    for name, arguments in [("search_questions", {"query": "a", "limit": 999}), ("get_question", {"id": "weg"})]:
        refused = await session.call_tool(name, arguments)
        expect(refused.is_error, f"{name} takes {arguments}")


def transport(place, index=None):
    if index is None:
        return streamable_http_client(place)
    return stdio_client(StdioServerParameters(command=place, args=["mcp", "--index", index]))


async def main(*arguments):
    async with transport(*arguments) as streams, ClientSession(*streams[:2]) as session:
        await use(session)
    print("the client uses all tools over " + ("HTTP" if len(arguments) == 1 else "standard input and output"))


asyncio.run(main(*sys.argv[1:]))
