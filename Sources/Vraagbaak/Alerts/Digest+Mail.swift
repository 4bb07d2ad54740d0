#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// As a message of mail (RFC 5322) with text and HTML.
extension Digest {
  /// "Vraagbaak: 3 nieuw, 1 beantwoord (Stikstof, Water)"
  public var subject: String {
    let names = groups.prefix(3).map { PrintedLine.clean($0.name) }
    let more = groups.count > 3 ? " …" : ""
    let counts = Digest.counts(of: groups.flatMap(\.items))
    return "Vraagbaak: \(counts) (\(names.joined(separator: ", "))\(more))"
  }

  /// Lines end as the programs that send mail read them from standard input. Its `Message-ID` is the digest's
  /// id, by which whoever gets it twice can tell.
  public func mail(from sender: MailAddress, to recipients: [MailAddress]) -> String {
    let boundary = "vraagbaak-\(id)"
    let headers = [
      "From: \(sender.header)",
      "To: \(recipients.map(\.header).joined(separator: ",\n "))",
      "Subject: \(MailHeader.text(subject))",
      Moment(made).map { "Date: \($0.mail)" },
      "Message-ID: <\(id)@\(sender.domain)>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Language: nl",
      "Content-Type: multipart/alternative;\n boundary=\"\(boundary)\"",
    ].compactMap { $0 }
    // The last is what programs show that can.
    let parts = [("plain", text), ("html", html)].map { kind, text in
      """
      --\(boundary)
      Content-Type: text/\(kind); charset=utf-8
      Content-Transfer-Encoding: base64

      \(Self.base64(text))

      """
    }
    return headers.joined(separator: "\n") + "\n\n" + parts.joined() + "--\(boundary)--\n"
  }

  /// In lines of 76 characters.
  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
  }
}
