import Vraagbaak
import WrittenQuestions

let index = Index(at: "voorbeeld-index")
try index.build(from: ["indexes/voorbeeld/documenten"])
let results = try await index.searcher().search(.parse("inburgering verblijfswetgeving"))
for hit in results.hits {
  print(hit.document.id, hit.document.title)
  print("  ", hit.passage.passage.label ?? "-", hit.passage.snippet.text)
  for answer in hit.counterparts { print("  ", answer.snippet.text) }
}
