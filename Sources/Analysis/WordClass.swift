/// What a word can be, as far as the rules need to know it.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  /// في، من، إلى
  static let preposition = WordClass(rawValue: 1 << 0)
  /// أن، إن، أنه، بأنها
  static let complementizer = WordClass(rawValue: 1 << 1)
  /// الذي، التي
  static let relative = WordClass(rawValue: 1 << 2)
  /// هذا، تلك، هو
  static let pronoun = WordClass(rawValue: 1 << 3)
  /// لا، لم، ليس
  static let negation = WordClass(rawValue: 1 << 4)
  /// أمس، اليوم، الثلاثاء، مايو
  static let time = WordClass(rawValue: 1 << 5)
  /// كان، قد، سوف: words that stand between a subject and its verb
  static let auxiliary = WordClass(rawValue: 1 << 6)
  /// لكن، حيث، فيما، بعد أن: words that begin another clause
  static let clause = WordClass(rawValue: 1 << 7)
  /// خلال، بعد، عقب: words that begin an adjunct of time, place or occasion
  static let adjunct = WordClass(rawValue: 1 << 8)
  /// Any word of the language that is no name.
  static let ordinary = WordClass(rawValue: 1 << 9)
  /// ثلاثة، مليون
  static let numeral = WordClass(rawValue: 1 << 10)
  /// مسؤول، مصدر، خبراء: nouns for those who speak
  static let speaker = WordClass(rawValue: 1 << 11)
  /// وزير، رئيس، مدير: nouns for offices
  static let office = WordClass(rawValue: 1 << 12)
  /// بيان، تصريح، تقرير: what a source speaks through
  static let document = WordClass(rawValue: 1 << 13)
  /// السابق، الحالي، الجديد: words between an office and its holder
  static let officeAdjective = WordClass(rawValue: 1 << 14)
  /// Any other function word.
  static let function = WordClass(rawValue: 1 << 15)
  /// A nationality adjective, masculine singular.
  static let nationalityMasculine = WordClass(rawValue: 1 << 16)
  /// A nationality adjective, feminine singular.
  static let nationalityFeminine = WordClass(rawValue: 1 << 17)
  /// A nationality adjective, plural or dual.
  static let nationalityPlural = WordClass(rawValue: 1 << 18)
  /// A given name.
  static let givenName = WordClass(rawValue: 1 << 19)
  /// A family name.
  static let familyName = WordClass(rawValue: 1 << 20)
  /// بن، أبو، آل، دي، فان
  static let nameParticle = WordClass(rawValue: 1 << 21)
  /// A noun that begins the names of bodies.
  static let organizationHead = WordClass(rawValue: 1 << 22)
  /// A form of a reporting word.
  static let cue = WordClass(rawValue: 1 << 23)
  /// A word of a title.
  static let title = WordClass(rawValue: 1 << 24)
  /// قائلا، بالقول
  static let saying = WordClass(rawValue: 1 << 25)
  /// مدينة، محافظة: nouns that stand before a place
  static let placeNoun = WordClass(rawValue: 1 << 26)
  /// بلاده، حكومته: nouns with the speaker's pronoun
  static let possessed = WordClass(rawValue: 1 << 27)
  /// A name that is also an ordinary word (مشهد، صور).
  static let doubtfulName = WordClass(rawValue: 1 << 28)
  /// الشمالية، الديمقراطية: adjectives that may follow a nationality in the name of a body
  static let secondAdjective = WordClass(rawValue: 1 << 29)
  /// Words of women's titles and names, for the choice among earlier speakers.
  static let feminine = WordClass(rawValue: 1 << 30)
  /// A part of names that is an ordinary word as well (كريم، الأسد).
  static let ambiguousName = WordClass(rawValue: 1 << 32)
  /// The plural of a noun for those who speak.
  static let plural = WordClass(rawValue: 1 << 31)

  static let nationality: WordClass = [.nationalityMasculine, .nationalityFeminine, .nationalityPlural]
  static let nameParts: WordClass = [.givenName, .familyName, .nameParticle]
  /// Words that no name holds and that no noun phrase of a source goes past.
  static let closed: WordClass = [
    .preposition, .complementizer, .relative, .pronoun, .negation, .time, .auxiliary, .clause, .adjunct, .function,
    .numeral, .saying,
  ]
}

/// The words of the closed classes, by class: data the grammar rests on, written as in print.
enum ClosedWords {
  static let table: [(WordClass, String)] = [
    (
      .preposition,
      """
      في من إلى الى على علي عن مع لدى بين عند منذ حتى ضد نحو تحت فوق أمام وراء حول دون بدون عبر ضمن تجاه حيال إزاء \
      بشأن بخصوص لأجل بسبب نتيجة سوى مثل ب ل ك بغية رغم برغم بالرغم لصالح باسم إثر عقب قبل بعد أثناء خلال بحضور \
      برفقة داخل خارج قرب قبيل بعيد وسط وفق وفقا طبقا حسب بحسب فيه فيها فيهم به بها بهم له لها لهم عنه عنها عنهم منه \
      منها منهم إليه إليها إليهم عليه عليها عليهم معه معها معهم لديه لديها لديهم بينهم بينها بينهما لنا لكم بنا إلينا \
      عليك علينا منا معنا لي لك فينا عنا خلاله خلالها خلالهم فيهما منهما عليهما بهما لهما عنهما معهما إليهما ضده ضدها حوله حولها لأجله بعده قبله أمامه أمامها
      """
    ),
    (
      .adjunct,
      """
      خلال أثناء عقب بعد قبل إثر منذ لدى ضمن عبر عند وسط غداة بمناسبة ردا رداً تعليقا تعليقاً خلالها قبيل بعيد حول بشأن \
      بخصوص أمام بحضور برفقة فور حين عندما
      """
    ),
    (
      .complementizer,
      """
      أن إن أنه إنه أنها إنها أنهم إنهم أنهما إنهما أننا إننا أنني إنني أني إني أنك إنك بأن بأنه بأنها بأنهم بأنهما \
      بأننا بأنني بأنك لأن أنّ إنّ ألا إلا بألا أنا
      """
    ),
    (.relative, "الذي التي الذين اللذين اللذان اللتين اللتان اللواتي اللاتي ما مما ممن بما عما فيما كما"),
    (
      .pronoun,
      """
      هذا هذه هذين هذان هاتين هؤلاء ذلك تلك أولئك هو هي هم هما نحن أنت أنتم أنا هنا هناك ذاته ذاتها نفسه نفسها نفسهم \
      بعضهم بعضها كلا كلتا جميعا
      """
    ),
    (.negation, "لا لم لن ليس ليست ليسوا غير دون بلا عدم لست لسنا"),
    (
      .time,
      """
      أمس اليوم غدا الآن الليلة البارحة صباح مساء ظهر فجر ليل ليلة يوم أيام الأيام أسبوع الأسبوع أسابيع شهر الشهر أشهر \
      عام العام سنة السنة سنوات أعوام ساعة ساعات الساعة السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة \
      يناير فبراير مارس أبريل إبريل نيسان مايو أيار يونيو حزيران يوليو تموز أغسطس آب سبتمبر أيلول أكتوبر تشرين نوفمبر \
      ديسمبر كانون شباط آذار جانفي فيفري أفريل ماي جوان جويلية أوت محرم صفر رجب شعبان رمضان شوال سابقا لاحقا مؤخرا \
      حاليا حينها آنذاك وقتها وقت الوقت أول الأول مساءً صباحا ظهرا فجرا قريبا بعدها عندها مجددا الماضي الماضية المقبل \
      المقبلة الجاري الجارية القادم القادمة المنصرم المنصرمة الفائت الفائتة الأخير الأخيرة أخيرا
      """
    ),
    (
      .auxiliary,
      "كان كانت كانوا كانا يكون تكون سيكون ستكون قد لقد فقد سوف وقد لقد ظل ظلت بات باتت أصبح أصبحت مازال لايزال عاد عادت"
    ),
    (
      .clause,
      """
      لكن لكنه لكنها لكنهم غير بيد حيث بينما فيما إذ إذا لو لولا كما عندما حين حينما كي لكي لعل ليت كأن بعدما قبلما طالما \
      مادام كلما حتى إذن ثم أو أم بل لأنه لأنها لأنهم مهما أينما رغم إلا فضلا علما وذلك كذلك أيضا لذا لذلك بالتالي ريثما
      """
    ),
    (.saying, "قائلا قائلة قائلين قائلاً بالقول بقوله بقولها بقولهم"),
    (
      .function,
      """
      و ف أي كل جميع بعض معظم كثير كثيرا جدا جدًا أكثر أقل مدى نعم هل كيف لماذا متى أين كم ماذا إما سواء يا أيها أيتها \
      فقط تقريبا خاصة لاسيما سيما عموما حقا معا وحده وحدها مثلا أحد إحدى كافة سائر عدد ذات ذو ذي أولا ثانيا ثالثا كذا \
      إياه إياها عدة بضعة نحو حوالي زهاء قرابة
      """
    ),
    (
      .numeral,
      """
      واحد واحدة اثنان اثنين اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة \
      عشرون عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مئة مائة مئات ألف آلاف مليون ملايين مليار مليارات تريليون \
      بليون عشرات نصف ربع ثلث ثلثي الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السابع \
      الثامن التاسع العاشر حادي
      """
    ),
    (
      .speaker,
      """
      مسؤول مسؤولة مسئول مصدر متحدث متحدثة ناطق ناطقة محلل خبير خبيرة دبلوماسي ديبلوماسي قيادي ناشط ناشطة شاهد ضابط مراقب \
      نائب سياسي عضو طبيب محام باحث كاتب صحفي صحافي أستاذ مراسل المسؤول المسئول المصدر المتحدث المتحدثة الناطق الناطقة المحلل \
      الخبير الدبلوماسي القيادي الناشط الناشطة الضابط المراقب الباحث الكاتب الصحفي الصحافي المراسل النائب
      """
    ),
    (
      [.speaker, .plural],
      """
      مسؤولون مسؤولين مسؤولان مسئولون مصادر متحدثون محللون محللين خبراء دبلوماسيون دبلوماسيين ناشطون ناشطين نشطاء شهود ضباط \
      مراقبون مراقبين نواب سياسيون سياسيين أعضاء أطباء محامون باحثون كتاب صحفيون صحافيون قادة زعماء وزراء سكان مواطنون \
      معارضون مقربون المسؤولون المسؤولين المصادر المحللون الخبراء الدبلوماسيون الناشطون النشطاء الشهود الضباط المراقبون \
      النواب الوزراء القادة الزعماء المعارضون الجمهوريون الديمقراطيون المشاركون المجتمعون المتظاهرون دول الدول القوى الأطراف أطراف \
      أوساط الأوساط جهات الجهات شخصيات فصائل الفصائل أحزاب الأحزاب عائلات عائلة مشرعون المشرعون
      """
    ),
    (
      .office,
      """
      وزير وزيرة رئيس رئيسة أمين مدير مديرة نائب نائبة مساعد مساعدة مستشار مستشارة سفير سفيرة قائد زعيم زعيمة ملك أمير ولي \
      عضو مندوب مندوبة مبعوث مبعوثة ممثل ممثلة مفوض مفوضة محافظ حاكم عمدة قنصل ناطق ناطقة متحدث متحدثة كبير مرشد مفتي شيخ \
      سكرتير وكيل وكيلة منسق منسقة مسؤول مسؤولة مدعي نقيب خبير خبيرة محلل قاضي مؤسس رئيسا وزيرا وزراء الوزير الوزيرة الرئيس \
      الرئيسة الأمين المدير المديرة النائب النائبة المساعد المستشار المستشارة السفير السفيرة القائد الزعيم الزعيمة الملك \
      الأمير المندوب المندوبة المبعوث المبعوثة الممثل الممثلة المفوض المفوضة المحافظ الحاكم القنصل الناطق الناطقة المتحدث \
      المتحدثة المرشد المفتي الشيخ المنسق المنسقة المسؤول المسؤولة المدعي النقيب نظيره نظيرته خارجيته دفاعه وزيره رئيسه \
      سفيره معاليه سعادته فخامته سموه جلالته
      """
    ),
    (
      .document,
      """
      بيان البيان بيانه بيانها تصريح تصريحات التصريح التصريحات تصريحه تصريحاته تصريحاتها تقرير التقرير تقريره تقريرها رسالة \
      الرسالة مقابلة المقابلة حوار حديث خطاب خطابه كلمة كلمته تغريدة تدوينة وثيقة وثائق إعلان نص الصحيفة صحيفة بلاغ \
      الوثيقة التغريدة مقال مقالة افتتاحية منشور استطلاع دراسة تحقيق برقية مذكرة تسجيل فيديو
      """
    ),
    (
      .officeAdjective,
      """
      السابق السابقة الأسبق الحالي الحالية الجديد الجديدة العام العامة الأعلى الأول الأولى الدائم الدائمة الراحل الراحلة \
      المنتخب المنتخبة المستقيل المقال المؤقت المؤقتة المكلف المكلفة الخاص الخاصة الأممي الأممية الدولي الدولية الرسمي \
      الرسمية الإقليمي التنفيذي التنفيذية المساعد المساعدة المشترك المشتركة السياسي السياسية العسكري العسكرية الفخري البارز \
      البارزة الكبير الكبيرة المعارض المعارضة المفدى المركزي الاتحادي الفيدرالي المحلي الإسلامي
      """
    ),
    (
      .placeNoun,
      """
      مدينة بمدينة محافظة بمحافظة ولاية بلدة قرية منطقة إقليم جزيرة جزر مخيم مطار ميناء معبر حي شارع جامعة عاصمة العاصمة \
      ضاحية بلدية حدود جبال جبل نهر بحر خليج مضيق قضاء مقاطعة دولة جمهورية مملكة
      """
    ),
    (.secondAdjective, "الشمالية الجنوبية الشرقية الغربية الشمالي الجنوبي الشرقي الغربي الديمقراطية الإسلامية المتحدة"),
    (
      .doubtfulName,
      """
      مشهد صور مالي كان نيس حماة ليل بنين باب الباب العين الأحمر لحج رأس نوى نابل مدن وادي رام أور حب كرم بني شبه حاصل بابل صفد
      """
    ),
  ]

  /// The same for Persian, which shares the letters and hardly a word.
  static let persian: [(WordClass, String)] = [
    (
      .preposition,
      "در از به با برای بر تا بدون درباره دربارهٔ پس پیش میان بین نزد زیر روی علیه جز مانند همراه توسط طی ضمن پیرامون سوی برابر"
    ),
    (.complementizer, "که"),
    (.pronoun, "این آن او وی آنها آنان ایشان ما من شما همین همان خود خویش چنین چنان"),
    (.negation, "نه نیست نبود نیستند نمی"),
    (.time, "امروز دیروز فردا امسال سال روز ماه هفته شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه صبح عصر شب اکنون"),
    (
      .auxiliary,
      "است بود شد کرد کرده شده خواهد می کند کنند کردند شدند شود شوند دارد دارند داشت داده دهد داد باید باشد بوده بودند هستند"
    ),
    (.clause, "اما ولی اگر چون زیرا هرچند گرچه یا و نیز هم همچنین بلکه مگر"),
    (.function, "را یک دو سه هر همه چند برخی بسیار بیش کمتر بیشتر تنها فقط دیگر اول دوم سوم هیچ"),
    (
      .ordinary,
      "گفت افزود سفر دیدار نشست گزارش پاسخ سخن بیانیه کار مورد دست یاد شماری وزیر رئیس سخنگوی خبر خبرنگاران کشور دولت"
    ),
  ]
}
