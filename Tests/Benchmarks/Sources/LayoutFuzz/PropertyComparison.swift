import CReferences
import Measuring
import UnicodeText

/// Properties of all scalars against ICU's and FriBidi's data.
struct PropertyComparison {
  private var counts: [(name: String, count: Int, first: [UInt32])] = []

  mutating func run() {
    for value: UInt32 in 0..<0x110000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      note("Bidi_Class, ICU", value, cr_icu_bidi_class(value) == Int32(BidiClass(scalar).rawValue))
      note("Joining_Type, ICU", value, cr_icu_joining_type(value) == Int32(JoiningType(scalar).rawValue))
      note("mirror images, ICU", value, cr_icu_mirror(value) == (mirrorImage(of: scalar)?.value ?? value))
      if cr_icu_is_assigned(value) {
        note("Bidi_Class, FriBidi", value, cr_fribidi_bidi_class(value) == Int32(BidiClass(scalar).rawValue))
        note("Joining_Type, FriBidi", value, cr_fribidi_joining_type(value) == Int32(JoiningType(scalar).rawValue))
      }
    }
    var table = TextTable(["properties that differ", "scalars", "first"])
    for row in counts {
      let first = row.first.map { "U+" + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
      table.add([row.name, "\(row.count)", first])
    }
    writeOut("\n" + table.text + "\n")
  }

  private mutating func note(_ name: String, _ value: UInt32, _ agrees: Bool) {
    let place: Int
    if let found = counts.firstIndex(where: { $0.name == name }) {
      place = found
    } else {
      place = counts.count
      counts.append((name, 0, []))
    }
    if agrees { return }
    counts[place].count += 1
    if counts[place].first.count < 6 { counts[place].first.append(value) }
  }
}
