import Extraction

/// What a run has from where it stands.
struct WordContext {
  var paragraphStyle: String?
  var isHeading = false
}

extension WordStory {
  mutating func inline(of parent: XMLElement, _ context: WordContext) {
    for element in parent.elements {
      switch element.name {
      case "w:r": run(element, context)
      case "w:fldSimple":
        fields.begin(instruction: element["w:instr"] ?? "")
        inline(of: element, context)
        fields.end()
      case "w:sdt":
        if let content = element.first("w:sdtContent") { inline(of: content, context) }
      case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo",
        "w:ruby", "w:rubyBase":
        inline(of: element, context)
      case "m:oMath", "m:oMathPara":
        if fields.showsText { formula(element, context) }
      case "mc:AlternateContent":
        if let chosen = element.alternative { inline(of: chosen, context) }
      default: break
      }
    }
  }

  private mutating func formula(_ element: XMLElement, _ context: WordContext) {
    for part in element.descendants("m:t") {
      composer.append(part.text, LetterFormat(isHeading: context.isHeading))
    }
  }

  private mutating func run(_ element: XMLElement, _ context: WordContext) {
    let properties = element.first("w:rPr")
    var format = package.styles.run(
      LetterFormat(word: properties), paragraphStyle: context.paragraphStyle,
      style: properties?.first("w:rStyle")?["w:val"])
    format.isHeading = context.isHeading
    let isDeleted = properties?.first("w:del") != nil || properties?.first("w:moveFrom") != nil
    pieces(of: element, format, context, isShown: !(format.isHidden ?? false) && !isDeleted)
  }

  private mutating func pieces(
    of element: XMLElement, _ format: LetterFormat, _ context: WordContext, isShown: Bool
  ) {
    // The mark that somebody typed stands behind the reference.
    var isMark = false
    for piece in element.elements {
      switch piece.name {
      case "w:fldChar": fields.character(piece["w:fldCharType"])
      case "w:instrText": fields.instruct(piece.text)
      case _ where !isShown || !fields.showsText: continue
      case "w:t":
        // The mark of a note stands once more where a field refers to it.
        let isMarkAgain = format.position == .raised && fields.isReferenceToNote
        if !isMark, !isMarkAgain { composer.append(piece.text, format) }
      case "w:tab", "w:ptab": composer.tab()
      case "w:br", "w:cr": composer.breakLine()
      case "w:noBreakHyphen": composer.append("-", format)
      case "w:sym": if !isMark { symbol(piece, format) }
      case "w:footnoteReference", "w:endnoteReference":
        isMark = piece["w:customMarkFollows"].map { !["0", "false", "off"].contains($0) } ?? false
        let typed = isMark ? element.elements.filter { $0.name == "w:t" }.map(\.text).joined() : nil
        if let (note, mark) = notes.refer(piece, mark: typed) {
          notes.found.append((composer.refer(toNote: mark), note))
        }
      case "w:drawing", "w:pict", "w:object": boxes += piece.textBoxes
      case "w:ruby": inline(of: piece, context)
      case "mc:AlternateContent":
        if let chosen = piece.alternative {
          pieces(of: chosen, format, context, isShown: isShown)
        }
      default: break
      }
    }
  }

  private mutating func symbol(_ element: XMLElement, _ format: LetterFormat) {
    guard let code = element["w:char"].flatMap({ UInt32($0, radix: 16) }) else { return }
    if code < 0x100 || 0xf000...0xf0ff ~= code {
      let place = UInt8(code & 0xff)
      composer.append(SymbolFont.character(place, font: element["w:font"]), format)
    } else if let scalar = Unicode.Scalar(code) {
      composer.append(String(scalar), format)
    }
  }
}

extension XMLElement {
  /// The texts of text boxes in a drawing, each once.
  fileprivate var textBoxes: [XMLElement] {
    elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case "w:txbxContent": [element]
      case "mc:AlternateContent": element.alternative?.textBoxes ?? []
      default: element.textBoxes
      }
    }
  }
}
