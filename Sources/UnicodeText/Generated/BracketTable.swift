// Made by `swift run dev tables` from the Unicode Character Database, version 15.0.0. Do not edit.

/// Paired brackets in order: bracket and key of its pair as three digits of base 128, 1 if it opens.
enum BracketTable {
  static let count = 128

  static let bytes: StaticString = """
    @@h@@hA@@i@@h@@@\u{1B}@@\u{1B}A@@\u{1D}@@\u{1B}@@@;@@;A@@=@@;@@^z@^zA@^{@^z@@^|@^|A@^}@^|@@m[@m[A@m\\@m[@@\0\
    \u{5}@\0\u{5}A@\0\u{6}@\0\u{5}@@\0=@\0=A@\0>@\0=@@\u{1}M@\u{1}MA@\u{1}N@\u{1}M@@\u{6}H@\u{6}HA@\u{6}I@\u{6}H\
    @@\u{6}J@\u{6}JA@\u{6}K@\u{6}J@@\u{6}i@\u{20}HA@\u{6}j@\u{20}H@@\u{E}(@\u{E}(A@\u{E})@\u{E}(@@\u{E}*@\u{E}*A\
    @\u{E}+@\u{E}*@@\u{E},@\u{E},A@\u{E}-@\u{E},@@\u{E}.@\u{E}.A@\u{E}/@\u{E}.@@\u{E}0@\u{E}0A@\u{E}1@\u{E}0@@\u{E}\
    2@\u{E}2A@\u{E}3@\u{E}2@@\u{E}4@\u{E}4A@\u{E}5@\u{E}4@@\u{F}\u{5}@\u{F}\u{5}A@\u{F}\u{6}@\u{F}\u{5}@@\u{F}&@\
    \u{F}&A@\u{F}'@\u{F}&@@\u{F}(@\u{F}(A@\u{F})@\u{F}(@@\u{F}*@\u{F}*A@\u{F}+@\u{F}*@@\u{F},@\u{F},A@\u{F}-@\u{F}\
    ,@@\u{F}.@\u{F}.A@\u{F}/@\u{F}.@@\u{13}C@\u{13}CA@\u{13}D@\u{13}C@@\u{13}E@\u{13}EA@\u{13}F@\u{13}E@@\u{13}G\
    @\u{13}GA@\u{13}H@\u{13}G@@\u{13}I@\u{13}IA@\u{13}J@\u{13}I@@\u{13}K@\u{13}KA@\u{13}L@\u{13}K@@\u{13}M@\u{13}\
    MA@\u{13}N@\u{13}O@@\u{13}O@\u{13}OA@\u{13}P@\u{13}M@@\u{13}Q@\u{13}QA@\u{13}R@\u{13}Q@@\u{13}S@\u{13}SA@\u{13}\
    T@\u{13}S@@\u{13}U@\u{13}UA@\u{13}V@\u{13}U@@\u{13}W@\u{13}WA@\u{13}X@\u{13}W@@\u{13}\u{18}@\u{13}\u{18}A@\u{13}\
    \u{19}@\u{13}\u{18}@@\u{13}\u{1A}@\u{13}\u{1A}A@\u{13}\u{1B}@\u{13}\u{1A}@@\u{13}<@\u{13}<A@\u{13}=@\u{13}<@\
    @\u{1C}b@\u{1C}bA@\u{1C}c@\u{1C}b@@\u{1C}d@\u{1C}dA@\u{1C}e@\u{1C}d@@\u{1C}f@\u{1C}fA@\u{1C}g@\u{1C}f@@\u{1C}\
    h@\u{1C}hA@\u{1C}i@\u{1C}h@@\u{1C}\u{15}@\u{1C}\u{15}A@\u{1C}\u{16}@\u{1C}\u{15}@@\u{1C}\u{17}@\u{1C}\u{17}A\
    @\u{1C}\u{18}@\u{1C}\u{17}@@\u{1C}\u{19}@\u{1C}\u{19}A@\u{1C}\u{1A}@\u{1C}\u{19}@@\u{1C}\u{1B}@\u{1C}\u{1B}A\
    @\u{1C}\u{1C}@\u{1C}\u{1B}@@\u{20}H@\u{20}HA@\u{20}I@\u{20}H@@\u{20}J@\u{20}JA@\u{20}K@\u{20}J@@\u{20}L@\u{20}\
    LA@\u{20}M@\u{20}L@@\u{20}N@\u{20}NA@\u{20}O@\u{20}N@@\u{20}P@\u{20}PA@\u{20}Q@\u{20}P@@\u{20}T@\u{20}TA@\u{20}\
    U@\u{20}T@@\u{20}V@\u{20}VA@\u{20}W@\u{20}V@@\u{20}X@\u{20}XA@\u{20}Y@\u{20}X@@\u{20}Z@\u{20}ZA@\u{20}[@\u{20}\
    Z@C<\u{19}C<\u{19}AC<\u{1A}C<\u{19}@C<\u{1B}C<\u{1B}AC<\u{1C}C<\u{1B}@C<\u{1D}C<\u{1D}AC<\u{1E}C<\u{1D}@C>HC\
    >HAC>IC>H@C>{C>{AC>}C>{@C>\u{1B}C>\u{1B}AC>\u{1D}C>\u{1B}@C>\u{1F}C>\u{1F}AC>\u{20}C>\u{1F}@C>\"C>\"AC>#C>\"\
    @
    """
}
