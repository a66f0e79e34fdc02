// Made by `swift run dev tables` from the Unicode Character Database, version 15.0.0. Do not edit.

/// The rules of UAX #14 as states, 64 entries each, by `LineBreakClass`. The first state is 0.
enum LineBreakTable {
  /// The state that follows.
  static let next: StaticString = """
    ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\@@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\@@\
    @@@@@@@@@@@@@@@@@@@@@@ABCDEFGBHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\]@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGCHGIJKLMNOPQKJ\
    LRSONEELTUUVWXYZ[M\\^@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGDHGIJKLMNOPQKJLRSONEELTUUVWXY_[M\\`@@@@@@@@@@@@@@@@@@@@@@\
    @ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\@@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGFHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\a\
    @@@@@@@@@@@@@@@@@@@@@@@ABCDEFGGHGIJKLMNOPQKJLRSONEELTUUVWXYb[M\\c@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGHHGIJKLMNOPQK\
    JLRSONEELTUUVWXYb[M\\d@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\@@@@@@@@@@@@@@@@@@@@@@\
    @@ABCDEFGJHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\e@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGKHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\\
    f@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGLHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\g@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGMHGIJKLMNOPQ\
    KJLRSONEELTUUVWXYZ[M\\M@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGNHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\h@@@@@@@@@@@@@@@@@@@@\
    @@@ABCDEFGOHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\i@@@@@@@@@@@@@@@@@@@@@@@ACCDEFGPHGIJKLMNOPCKJLRSONEELTUUVWXYZ[M\\\
    j@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGQHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\k@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGRHGIJKLMNOPQ\
    KJLRSONEELTUUVWXYZ[M\\l@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGSHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\m@@@@@@@@@@@@@@@@@@@@\
    @@@ABCDEFnTonIJKLMNOPQKJLpSONEELTUUVWXYZqM\\r@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGUHGIJKLMNOPQKJLRSONEELTUUVWXYs[M\\\
    U@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGVHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\t@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGWHGIJKLMNOPQ\
    KJLRSONEELTUUVWXYZ[M\\u@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGXHGIJKLMNOPQKJLRSONEELTUUVWXYv[M\\X@@@@@@@@@@@@@@@@@@@@\
    @@@ABCDEFGYHGIJKLMNOPQKJLRSONEELTUUVWXLZ[M\\w@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\\
    @@@@@@@@@@@@@@@@@@@@@@@@ABCDEFG[HGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\x@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQ\
    KJLRSONEELTUUVWXY\\[M\\@@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGBHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\]@@@@@@@@@@@@@@@@@@@\
    @@@@ABCDEFGCHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\^@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXY_[M\
    \\@@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGDHGIJKLMNOPQKJLRSONEELTUUVWXY_[M\\`@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGFHGIJKLMNO\
    PQKJLRSONEELTUUVWXYZ[M\\a@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYb[M\\@@@@@@@@@@@@@@@@@@@\
    @@@@@ABCDEFGGHGIJKLMNOPQKJLRSONEELTUUVWXYb[M\\c@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGHHGIJKLMNOPQKJLRSONEELTUUVWXYb[\
    M\\d@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGJHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\e@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGKHGIJKLMN\
    OPQKJLRSONEELTUUVWXYZ[M\\f@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGLHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\g@@@@@@@@@@@@@@@@@\
    @@@@@@ABCDEFGNHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\h@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGOHGIJKLMNOPQKJLRSONEELTUUVWXYZ\
    [M\\i@@@@@@@@@@@@@@@@@@@@@@@ACCDEFGPHGIJKLMNOPCKJLRSONEELTUUVWXYZ[M\\j@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGQHGIJKLM\
    NOPQKJLRSONEELTUUVWXYZ[M\\k@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGRHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\l@@@@@@@@@@@@@@@@\
    @@@@@@@ABCDEFGSHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\m@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGnHGIJKLMNOPQKJLRSONEELTUUVWXY\
    b[M\\y@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGoHGIJKLMNOPQKJLRSONEELTUUVWXYb[M\\z@@@@@@@@@@@@@@@@@@@@@@@ABCDEFnponIJKL\
    MNOPQKJLpSONEELTUUVWXYZqM\\{@@@@@@@@@@@@@@@@@@@@@@@ABCDEFnqonIJKLMNOPQKJLpSONEELTUUVWXYZqM\\|@@@@@@@@@@@@@@@\
    @@@@@@@@ABCDEFnTonIJKLMNOPQKJLpSONEELTUUVWXYZqM\\r@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWX\
    Ys[M\\@@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGVHGIJKLMNOPQKJLRSONEELTUUVWXYZ[M\\t@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGWHGIJK\
    LMNOPQKJLRSONEELTUUVWXYZ[M\\u@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGAHGIJKLMNOPQKJLRSONEELTUUVWXYv[M\\@@@@@@@@@@@@@@@\
    @@@@@@@@@ABCDEFGYHGIJKLMNOPQKJLRSONEELTUUVWXLZ[M\\w@@@@@@@@@@@@@@@@@@@@@@@ABCDEFG[HGIJKLMNOPQKJLRSONEELTUUVW\
    XYZ[M\\x@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGnHGIJKLMNOPQKJLRSONEELTUUVWXYb[M\\y@@@@@@@@@@@@@@@@@@@@@@@ABCDEFGoHGIJ\
    KLMNOPQKJLRSONEELTUUVWXYb[M\\z@@@@@@@@@@@@@@@@@@@@@@@ABCDEFnponIJKLMNOPQKJLpSONEELTUUVWXYZqM\\{@@@@@@@@@@@@@\
    @@@@@@@@@@ABCDEFnqonIJKLMNOPQKJLpSONEELTUUVWXYZqM\\|@@@@@@@@@@@@@@@@@@@@@@@
    """

  /// 0: no break before the character, 1: one is allowed, 2: one must be, 3: unless a number follows.
  static let outcome: StaticString = """
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@AA@@AA@@AAA@@@@@A@@@A@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@AA@AAAA@AA@@AAA@@@AAAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@A@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@A@A@@A@@@@@AA@@AAA@AA@@AAA@@@AAAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@BBBB\
    BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB@@@@@@@@@@@@@@@@@@@@@@@AAAA@A@@@@@AA@@AAAAAAA@AAA@@AAAAAA@A@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@A@AA@A@@@@@AA@@AAA@AA@@AAA@@@AAAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@AA@@AA@@AAA@@\
    @@AAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@BBBBBBBBBBBBBBBBBBBBBBBBBB@BBBBBBBBBBBBBB@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@\
    @@@A@@@AAA@AA@@AAA@@@AAA@A@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@AA@@AAA@AA@@AAA@@@AAA@A@A@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@A@AA@A@@@@@AA@@AAA@AA@@AAA@@@AAAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@AA@@AAA@AA@@A@@@@@AAA@A@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@A\
    A@@AAA@AA@@A@A@@@AAA@A@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@AA@@AA@@AAA@@@@@A@@@A@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@A@AA@A@@@@@AA@AAAA@AA@@AAA@@@@AAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@AA@@AA@@AAA@@@AAAAA@A\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@AA@@@@A@AA@@@A@@@@AAA@A@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@A\
    A@@AA@@AAA@@@@@A@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@AA@A@@@@@AA@@AA@@AA@@AAA@@@@CCAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@@@@@@@@@@@@@@@@@@@@CCAA@A@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@AA@@AAA@A\
    A@@AAA@@@AAAAA@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AAAA@A@A@@@AA@AAAAAAAA@AAA@@AAAAAAAA@@@@A@@@@@@@@@@@@@@@@@@@@@@@\
    A@AA@A@@@@@AA@@AA@@AA@@AAA@@@AAAAA@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@AAAA@AAAAA@AAAAAAAAAAAAAAA@@AAAAAAAA@AA@A@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AAA@@A@A@@@AA@AAAAAAAA@AAA@@AAAAAAAA@@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@AAAA@A@A@@@AA@AAAAAAAA@AAA@@@AAAAAAA@@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@A@AA@A@@@@@AA@@AAA@AA@@AAA@@@AAA@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@A\
    A@@AA@@AAA@@@@AA@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@AA@A@@@@@AA@@AA@@AA@@AAA@@@@AA@@@A@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@A@AA@A@@@@@AA@@AA@@AA@@AAA@@@@AA@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    AAAA@A@A@@@AA@AAAAAAAA@AAA@@AA@@AAAA@@@@A@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@
    """
}
