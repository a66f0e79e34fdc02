// Made by `swift run dev tables` from the Unicode Character Database, version 15.0.0. Do not edit.

/// The version of the Unicode Standard that all tables are of.
public let unicodeVersion = "15.0.0"
