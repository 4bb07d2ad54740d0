import Testing

@testable import Vraagbaak

/// HTML and XML of what documents say.
struct MarkupTests {
  private static let hostile =
    "<script>alert(\"1\")</script> & 'x' \u{1b}[2J\u{202e}gnp.exe\u{0}\u{7}\u{FFFE}"

  @Test("Text and attributes are escaped, and nothing in them steers")
  func escaped() {
    let markup = Markup.element("p", ["title": Self.hostile], [.text(Self.hostile)])
    let inner =
      "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; [2Jgnp.exe"
    #expect(markup.source == "<p title=\"\(inner)\">\(inner)</p>")
  }

  @Test("Elements stand in one another, with an end tag also where they are empty")
  func elements() {
    let list = Markup.element("ul", [:], [.element("li", [:], [.text("a")]), .element("li")])
    #expect(list.source == "<ul><li>a</li><li></li></ul>")
    #expect(Markup.empty("br").source == "<br/>")
    #expect(
      Markup.xml(.element("a", ["xml:lang": "nl"])).source
        == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a xml:lang=\"nl\"></a>\n")
  }

  @Test("Line ends and tabs stay")
  func whiteSpace() { #expect(Markup.text("a\n\tb").source == "a\n\tb") }

  @Test("A snippet shows what matches and where text was left out")
  func snippet() {
    let snippet = Snippet(
      runs: [.init(text: "a <", isMatch: false), .init(text: "b&", isMatch: true)], range: 0..<5,
      isCutBefore: true, isCutAfter: false)
    #expect(snippet.markup(mark: "b").map(\.source).joined() == "… a &lt;<b>b&amp;</b>")
  }
}
