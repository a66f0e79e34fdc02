/// What no table of the program knows: the words of the manual that are written by hand.
enum ManualTexts {
  /// Lines as they are typed, and what they do.
  struct Example {
    let words: String
    let lines: [String]

    init(_ words: String, _ lines: String...) {
      self.words = words
      self.lines = lines
    }
  }

  static let description = [
    "Mujaz keeps an archive of articles, mostly Arabic, also Persian, Hebrew, Urdu and English, in one file. It shows them "
      + "right in every terminal, tells who is named in them and who said what, searches them however words are spelt, and "
      + "leads from a statement to what repeats, answers, denies or changes it.",
    "Without a command the reader opens, where it was left. Data goes to standard output, messages and progress to "
      + "standard error. Output is UTF-8 in logical order, unless a command exists to show visual order. Controls in "
      + "articles never reach the terminal.",
    "Mujaz fetches nothing; other programs feed it through 'mujaz import'.",
  ]

  static let queries: [(String, String)] = [
    ("word word", "All words are required; spelling variants, attached particles and inflections count."),
    ("\"exact phrase\"", "Words as they are written, side by side."),
    ("a OR b, -word, word*, (...)", "Either; without; beginning so; together."),
    (
      "title: source: entity: speaker: tag: lang:",
      "Words of a field, right behind it, as in source:\"River Post\". Fields have Arabic, Persian and Hebrew names too."
    ),
    ("date:2023-11..2024-01", "Days, months, years, or from one to another."),
    ("cue:deny", "Articles or statements with a reporting word of that kind, or with that very word."),
    ("is:unread is:read is:direct is:indirect", "The state of an article, or the kind of a statement."),
  ]

  static let exitStatus: [(String, String)] = [
    ("0", "Done, also when nothing was found."),
    ("1", "Something failed; the message says what, and the rest was done."),
    ("2", "Wrong usage; the message says what was expected."),
  ]

  static let environment: [(String, String)] = [
    ("MUJAZ_ARCHIVE", "The archive, where --archive names none."),
    ("MUJAZ_DATA", "The folder of the program's own lexicon, model and sample briefings."),
    ("XDG_DATA_HOME, XDG_CONFIG_HOME", "Where archive and configuration stand by default."),
    ("LC_ALL, LC_MESSAGES, LANG", "The language of the program's own words, Arabic or English."),
    ("NO_COLOR", "Where it is set and not empty, no colours are used."),
    ("TERM", "The type of the terminal."),
  ]

  static let files: [(String, String)] = [
    ("~/.local/share/mujaz/archive.sqlite", "The archive, where nothing else names one."),
    ("~/.config/mujaz/config.toml", "The configuration."),
    ("~/.config/mujaz/lexicon/*.tsv", "Names that you add to the program's own."),
    ("PREFIX/share/mujaz", "The program's own lexicon, model and sample briefings."),
  ]

  /// Examples by command; those of the program itself by the empty name.
  static let examples: [String: [Example]] = [
    "": [
      Example("Read, after bringing a folder of pages into the archive:", "mujaz import ~/pages", "mujaz"),
      Example("Who denied what in the last months:", "mujaz search --statements 'cue:deny date:2024-01..2024-06'"),
      Example("A page about one person:", "mujaz dossier 'سيرغي لافروف' --output lavrov.html"),
    ],
    "read": [
      Example("On a Braille display or with a screen reader:", "mujaz read --plain"),
      Example("Another archive:", "mujaz --archive project.sqlite"),
    ],
    "import": [
      Example("A page from the web:", "curl -sL https://example.org/news/article | mujaz import -"),
      Example("A folder, with a name for articles that tell no source:", "mujaz import notes/ --source 'My desk'"),
    ],
    "list": [
      Example("What is unread of this month, for a program:", "mujaz list --unread --since 2024-06 --format jsonl")
    ],
    "show": [Example("One article in the pager:", "mujaz show ID --plain | less")],
    "search": [
      Example("Words with a field, newest first:", "mujaz search 'source:وكالة هدنة' --order date"),
      Example("Statements instead of articles:", "mujaz search --statements 'speaker:لافروف cue:deny'"),
    ],
    "entities": [Example("Who is named most in a month:", "mujaz entities --since 2024-05 --until 2024-05 --limit 20")],
    "statements": [Example("What one person said:", "mujaz statements --speaker 'نجيب ميقاتي'")],
    "related": [Example("What bears on the statements of an article, by day:", "mujaz related ID --timeline")],
    "compare": [Example("What a denial says otherwise than the claim:", "mujaz compare CLAIM DENIAL")],
    "timeline": [Example("How much somebody said, by month:", "mujaz timeline 'نجيب ميقاتي' --months")],
    "entity": [
      Example("Two names are one:", "mujaz entity merge 'نبيل أبو ردينة' 'أبو ردينة'"),
      Example("A party that was taken for a place:", "mujaz entity retype 'المستقبل' organization"),
    ],
    "decisions": [
      Example(
        "Take them to another archive:", "mujaz decisions export > decisions.jsonl",
        "mujaz --archive other.sqlite decisions import decisions.jsonl")
    ],
    "analyze": [Example("Findings of a file that is not stored:", "mujaz analyze article.md")],
    "reanalyze": [Example("After changes to your own lexicon:", "mujaz reanalyze --all")],
    "layout": [Example("Arabic for a terminal without bidi:", "mujaz layout --width 72 < letter.txt")],
    "export": [
      Example("A selection for a report:", "mujaz export --query 'هدنة date:2024' --format markdown > truce.md"),
      Example("Statements for a spreadsheet:", "mujaz export --statements --tag lebanon --format csv > lebanon.csv"),
      Example("Ids from a list:", "mujaz list --flagged | mujaz export - --format markdown"),
    ],
    "dossier": [
      Example("One person:", "mujaz dossier 'سيرغي لافروف' --output lavrov.html"),
      Example("A topic:", "mujaz dossier --topic 'سد النهضة' --since 2023 --output dam.html"),
    ],
    "verify": [Example("Put indexes right:", "mujaz verify --repair")],
    "delete": [Example("Put articles aside, and back:", "mujaz delete ID", "mujaz undelete ID")],
    "undelete": [Example("What was deleted:", "mujaz undelete --list")],
    "tag": [Example("Tag all that a search finds:", "mujaz search هدنة | mujaz tag add truce -")],
    "flag": [Example("Mark an article, and take the mark away:", "mujaz flag ID", "mujaz flag --remove ID")],
    "note": [Example("Write a note on a statement:", "mujaz note ID#text:120 'check with the embassy'")],
    "notes": [Example("All notes as JSON Lines:", "mujaz notes --format jsonl")],
    "saved": [
      Example(
        "Keep a search, and see what is new in it:", "mujaz saved add truce 'هدنة OR وقف إطلاق النار'",
        "mujaz saved run truce --new")
    ],
    "changes": [Example("What changed, for a program that follows:", "mujaz changes --since 0")],
    "backup": [Example("Copy the archive while it is in use:", "mujaz backup ~/backup/mujaz.sqlite --replace")],
    "restore": [Example("Put the copy in the archive's place:", "mujaz restore ~/backup/mujaz.sqlite")],
    "config": [
      Example("Begin a configuration file:", "mujaz config > ~/.config/mujaz/config.toml"),
      Example("Check it:", "mujaz config --check"),
    ],
    "doctor": [
      Example("Try each way of showing Arabic:", "mujaz doctor --try"),
      Example("After a crash:", "mujaz doctor --reset-terminal"),
    ],
    "manual": [
      Example("Read one page without installing it:", "mujaz manual import | man -l -"),
      Example("Write all pages:", "mujaz manual --output ~/.local/share/man/man1"),
    ],
  ]

  /// Commands that one looks for beside another.
  static let related: [String: [String]] = [
    "import": ["export", "analyze"], "export": ["import", "dossier", "search"], "dossier": ["timeline", "export"],
    "list": ["search", "show"], "show": ["list"], "search": ["list", "saved"], "entities": ["entity"],
    "statements": ["related", "timeline"], "related": ["statements", "timeline"],
    "timeline": ["statements", "dossier"],
    "entity": ["entities", "decisions"], "decisions": ["entity"], "analyze": ["reanalyze"], "reanalyze": ["analyze"],
    "verify": ["backup"], "backup": ["restore"], "restore": ["backup", "verify"], "delete": ["undelete"],
    "undelete": ["delete"], "tag": ["list", "search"], "flag": ["list"], "note": ["notes"], "notes": ["note"],
    "saved": ["search"], "changes": ["list"], "config": ["doctor"], "doctor": ["config"], "read": ["config", "doctor"],
  ]
}
