import CXML

/// Takes the parts of a document of HTML or XML in their order.
protocol MarkupHandler: AnyObject {
  /// An element begins. `space` is the name of its namespace; names of HTML are in lower case.
  func start(_ name: String, space: String, attributes: [String: String])
  /// An element ends.
  func end(_ name: String)
  /// Text between, of scripts too, in any number of pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// How the parts of a document are written.
enum MarkupLanguage {
  case html
  case xml
}

/// The deepest nesting that is read.
private let deepest = 512

/// Reads a document of UTF-8 and hands its parts on; answers what was wrong with it, or `nil`.
///
/// Nothing is fetched, no declared entity is expanded; nesting, names and attributes are bounded, so that time is linear.
func readMarkup(_ text: String, as language: MarkupLanguage, to handler: some MarkupHandler) -> (
  line: Int, message: String
)? {
  var text = text
  let box = HandlerBox(handler)
  return withExtendedLifetime(box) {
    var sink = cx_sink(
      context: Unmanaged.passUnretained(box).toOpaque(),
      start: { context, name, space, attributes, count in
        guard let handler = markupHandler(context), let name else { return }
        var values: [String: String] = [:]
        for attribute in UnsafeBufferPointer(start: attributes, count: count) {
          var key = String(cString: attribute.name)
          if let prefix = attribute.prefix { key = String(cString: prefix) + ":" + key }
          let value = UnsafeRawBufferPointer(start: attribute.value, count: attribute.count)
          values[key] = String(decoding: value, as: UTF8.self)
        }
        handler.start(String(cString: name), space: space.map { String(cString: $0) } ?? "", attributes: values)
      },
      end: { context, name in
        guard let handler = markupHandler(context), let name else { return }
        handler.end(String(cString: name))
      },
      text: { context, bytes, count in
        guard let handler = markupHandler(context), let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
          handler.text(UnsafeBufferPointer(start: $0, count: count))
        }
      })
    let outcome = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        language == .html
          ? cx_read_html($0.baseAddress, $0.count, deepest, &sink)
          : cx_read_xml($0.baseAddress, $0.count, deepest, &sink)
      }
    }
    if outcome.too_deep { return (0, "elements are nested more than \(deepest) deep; what lies deeper was left out") }
    if outcome.refused { return (0, "declares attributes of its own, which feeds do not; the rest was left out") }
    guard outcome.errors > 0 else { return nil }
    let message = withUnsafeBytes(of: outcome.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return (Int(outcome.line), message)
  }
}

private final class HandlerBox {
  let handler: any MarkupHandler
  init(_ handler: any MarkupHandler) { self.handler = handler }
}

private func markupHandler(_ context: UnsafeMutableRawPointer?) -> (any MarkupHandler)? {
  context.map { Unmanaged<HandlerBox>.fromOpaque($0).takeUnretainedValue().handler }
}
