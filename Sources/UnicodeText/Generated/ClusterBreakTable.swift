// Made by `swift run dev tables` from the Unicode Character Database, version 15.0.0. Do not edit.

/// The rules of UAX #29 for clusters as states, 16 entries each, by `ClusterBreakClass`. The first state is 0.
enum ClusterBreakTable {
  /// Bit 0: a boundary before the character; above: the state that follows.
  static let step: StaticString = """
    CEAACCGICKMOMOQ@CEAABBGIBKMOMOQ@CE@ACCGICKMOMOQ@CEAABBBIBKMOMOQ@BEAABBFHBJLNLNP@CEAABBGIBJLOLNQ@CEAABBGIBKLN\
    MOQ@CEAABBGIBKMNMOQ@CEAAPRGIBKMOMOQ@CEAABBGIBKMOMOP@
    """
}
