import Cells

extension String {
  /// The text as TOML writes it on one line, with no control in it.
  var tomlText: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where isControlling(scalar): quoted += "\\u" + scalar.hexadecimal
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
