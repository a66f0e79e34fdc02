/// The numbers that property values have in the tables: a value's number is its place in the list.
///
/// The enumerations of UnicodeText list the same values in the same order; GeneratedTablesTests holds them together.
public enum PropertyValues {
  /// Bidi_Class, by short name, with the long name that `@missing` lines use.
  public static let bidiClass: [(short: String, long: String)] = [
    ("L", "Left_To_Right"), ("R", "Right_To_Left"), ("AL", "Arabic_Letter"), ("EN", "European_Number"),
    ("ES", "European_Separator"), ("ET", "European_Terminator"), ("AN", "Arabic_Number"), ("CS", "Common_Separator"),
    ("NSM", "Nonspacing_Mark"), ("BN", "Boundary_Neutral"), ("B", "Paragraph_Separator"), ("S", "Segment_Separator"),
    ("WS", "White_Space"), ("ON", "Other_Neutral"), ("LRE", "Left_To_Right_Embedding"),
    ("LRO", "Left_To_Right_Override"), ("RLE", "Right_To_Left_Embedding"), ("RLO", "Right_To_Left_Override"),
    ("PDF", "Pop_Directional_Format"), ("LRI", "Left_To_Right_Isolate"), ("RLI", "Right_To_Left_Isolate"),
    ("FSI", "First_Strong_Isolate"), ("PDI", "Pop_Directional_Isolate"),
  ]

  /// Joining_Type.
  public static let joiningType: [(short: String, long: String)] = [
    ("U", "Non_Joining"), ("C", "Join_Causing"), ("D", "Dual_Joining"), ("L", "Left_Joining"),
    ("R", "Right_Joining"), ("T", "Transparent"),
  ]

  /// What a scalar is for a grid of cells; our own division, made of General_Category, East_Asian_Width and the emoji
  /// properties.
  public static let cellKind = [
    "narrow", "wide", "mark", "hidden", "control", "unassigned", "space", "narrowPictograph", "widePictograph",
    "regionalIndicator", "emojiModifier", "separator",
  ]

  /// Line_Break after rule LB1, with what LB30 and LB30b ask besides: `opWide` and `cpWide` are OP and CP of East Asian
  /// width F, W or H; `idFree` is an unassigned Extended_Pictographic.
  public static let lineBreak = [
    "al", "ba", "bb", "b2", "bk", "cb", "cl", "cm", "cp", "cpWide", "cr", "eb", "em", "ex", "gl", "h2", "h3", "hl",
    "hy", "id", "idFree", "in", "is", "jl", "jt", "jv", "lf", "nl", "ns", "nu", "op", "opWide", "po", "pr", "qu", "ri",
    "sp", "sy", "wj", "zw", "zwj",
  ]

  /// Grapheme_Cluster_Break, and Extended_Pictographic for what has none.
  public static let graphemeBreak = [
    "Other", "CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator", "Prepend", "SpacingMark", "L", "V", "T",
    "LV", "LVT", "Extended_Pictographic",
  ]

  /// Word_Break. Extended_Pictographic is a bit beside it, for U+24C2 is both that and a letter.
  public static let wordBreak = [
    "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Regional_Indicator", "Format", "Katakana", "Hebrew_Letter",
    "ALetter", "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric", "ExtendNumLet",
    "WSegSpace",
  ]
}
