/// Letter tables of the folding that are lists, not rules.
///
/// Written once from the compatibility decompositions of Unicode 15.0 (field 5 of UnicodeData.txt), with the folding of
/// `FoldingTable` already applied; `FoldingTests` holds every entry against Foundation's own decomposition.
enum LetterLists {
  /// The base letters of U+00C0…U+024F, one each; `-` where the letter has none in ASCII.
  static let latin: StaticString = """
    aaaaaa-ceeeeiiiidnooooo-ouuuuy--aaaaaa-ceeeeiiiidnooooo-ouuuuy-yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii--jjkk-llllllllllnnnnnnnnnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs--------\
    ------ee----------------oo-------------uu----------------------------aaiioouuuuuuuuuueaaaa----ggkkoo\
    oo--j---gg--nnaa--ooaaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy----------------------------
    """

  /// The base letters of U+1E00…U+1EFF, one each; `-` where the letter has none in ASCII.
  static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy-s----aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------
    """

  /// The letters of U+FBEA…U+FBFB and then U+FC00…U+FDFC, separated by spaces.
  ///
  /// `-` stands for a code point that is kept, `.` for one that is a mark alone, `_` for a space.
  static let ligatures: StaticString = """
    ءا ءا ءه ءه ءو ءو ءۇ ءۇ ءۆ ءۆ ءۈ ءۈ ءي ءي ءي ءي ءي ءي ءج ءح ءم ءي ءي بج بح بخ بم بي بي تج تح \
    تخ تم تي تي ثج ثم ثي ثي جح جم حج حم خج خح خم سج سح سخ سم صح صم ضج ضح ضخ ضم طح طم ظم عج عم غج \
    غم فج فح فخ فم في في قح قم قي قي كا كج كح كخ كل كم كي كي لج لح لخ لم لي لي مج مح مخ مم مي مي \
    نج نح نخ نم ني ني هج هم هي هي يج يح يخ يم يي يي ذ ر ي . . . . . . ءر ءز ءم ءن ءي ءي بر بز بم \
    بن بي بي تر تز تم تن تي تي ثر ثز ثم ثن ثي ثي في في قي قي كا كل كم كي كي لم لي لي ما مم نر نز \
    نم نن ني ني ي ير يز يم ين يي يي ءج ءح ءخ ءم ءه بج بح بخ بم به تج تح تخ تم ته ثم جح جم حج حم \
    خج خم سج سح سخ سم صح صخ صم ضج ضح ضخ ضم طح ظم عج عم غج غم فج فح فخ فم قح قم كج كح كخ كل كم لج \
    لح لخ لم له مج مح مخ مم نج نح نخ نم نه هج هم ه يج يح يخ يم يه ءم ءه بم به تم ته ثم ثه سم سه \
    شم شه كل كم لم نم نه يم يه . . . طي طي عي عي غي غي سي سي شي شي حي حي جي جي خي خي صي صي ضي ضي \
    شج شح شخ شم شر سر صر ضر طي طي عي عي غي غي سي سي شي شي حي حي جي جي خي خي صي صي ضي ضي شج شح شخ \
    شم شر سر صر ضر شج شح شخ شم سه شه طم سج سح سخ شج شح شخ طم ظم ا ا - - - - - - - - - - - - - - \
    - - - - تجم تحج تحج تحم تخم تمج تمح تمخ جمح جمح حمي حمي سحج سجح سجي سمح سمح سمج سمم سمم صحح \
    صحح صمم شحم شحم شجي شمخ شمخ شمم شمم ضحي ضخم ضخم طمح طمح طمم طمي عجم عمم عمم عمي غمم غمي غمي \
    فخم فخم قمح قمم لحم لحي لحي لجج لجج لخم لخم لمح لمح محج محم محي مجح مجم مخج مخم - - مجخ همج \
    همم نحم نحي نجم نجم نجي نمي نمي يمم يمم بخي تجي تجي تخي تخي تمي تمي جمي جحي جمي سخي صحي شحي \
    ضحي لجي لمي يحي يجي يمي ممي قمي نحي قمح لحم عمي كمي نجح مخي لجم كمم لجم نجح جحي حجي مجي فمي \
    بحي كمم عجم صمم سخي نجي - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - \
    - - - - - - صلے قلے الله اكبر محمد صلعم رسول عليه وسلم صلي صلي_الله_عليه_وسلم جل_جلاله ريال
    """

  /// The letters of U+FB20…U+FB4F, separated by spaces, in the notation of `ligatures`.
  static let hebrew: StaticString = """
    ע א ד ה כ ל ם ר ת + ש ש ש ש א א א ב ג ד ה ו ז - ט י ך כ ל - מ - נ ס - ף פ - צ ק ר ש ת ו ב כ \
    פ אל
    """

  /// The letters of U+FE80…U+FEF4 in order; each has as many forms as the number behind it.
  static let formsB: StaticString = """
    ء1 ا2 ا2 ء2 ا2 ء4 ا2 ب4 ه2 ت4 ث4 ج4 ح4 خ4 د2 ذ2 ر2 ز2 س4 ش4 ص4 ض4 ط4 ظ4 ع4 غ4 ف4 ق4 ك4 ل4 م4 ن4 ه4 و2 ي2 ي4
    """

  /// The letters of U+FB50…U+FBB1 in order; each has as many forms as the number behind it.
  static let formsA: StaticString = """
    ا2 ٻ4 پ4 ڀ4 ٺ4 ٿ4 ٹ4 ف4 ڦ4 ڄ4 ڃ4 چ4 ڇ4 ڍ2 ڌ2 ڎ2 ڈ2 ژ2 ڑ2 ك4 گ4 ڳ4 ڱ4 ں2 ڻ4 ه2 ه4 ه4 ے2 ے2
    """

  /// The letters of U+FBD3…U+FBE9 in order; each has as many forms as the number behind it.
  static let formsC: StaticString = """
    ڭ4 ۇ2 ۆ2 ۈ2 ٷ1 ۋ2 ۅ2 ۉ2 ي4 ي2
    """
}
