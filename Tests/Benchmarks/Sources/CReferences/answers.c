// Single answers of the references, for comparison with ours.
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text.h"

static UChar units[2 * CR_LONGEST + 16];
// The scalar that a unit belongs to; and behind the last unit, the number of scalars.
static int32_t scalar_of[2 * CR_LONGEST + 16];

static int32_t convert(const uint32_t *text, int count) {
  int32_t length = 0;
  for (int i = 0; i < count; i++) {
    int32_t first = length;
    U16_APPEND_UNSAFE(units, length, text[i]);
    for (; first < length; first++) scalar_of[first] = i;
  }
  scalar_of[length] = count;
  return length;
}

int cr_icu_levels(const uint32_t *text, int count, int base, uint8_t *levels, int32_t *order) {
  static UBiDi *bidi;
  static int32_t map[2 * CR_LONGEST + 16];
  UErrorCode error = U_ZERO_ERROR;
  if (count == 0 || count > CR_LONGEST) return -1;
  if (bidi == NULL) bidi = ubidi_open();
  int32_t length = convert(text, count);
  ubidi_setPara(bidi, units, length, base == 2 ? UBIDI_DEFAULT_LTR : (UBiDiLevel)base, NULL, &error);
  const UBiDiLevel *found = ubidi_getLevels(bidi, &error);
  ubidi_getVisualMap(bidi, map, &error);
  if (U_FAILURE(error)) return -1;
  for (int32_t i = 0; i < length; i++) levels[scalar_of[i]] = found[i];
  int32_t place = 0;
  for (int32_t i = 0; i < length; i++)
    if (!U16_IS_TRAIL(units[map[i]])) order[place++] = scalar_of[map[i]];
  return ubidi_getParaLevel(bidi);
}

int cr_fribidi_levels(const uint32_t *text, int count, int base, uint8_t *levels, int32_t *order) {
  static FriBidiCharType types[CR_LONGEST];
  static FriBidiBracketType brackets[CR_LONGEST];
  static FriBidiLevel found[CR_LONGEST];
  if (count == 0 || count > CR_LONGEST) return -1;
  FriBidiParType direction = base == 0 ? FRIBIDI_PAR_LTR : base == 1 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_ON;
  fribidi_get_bidi_types(text, count, types);
  fribidi_get_bracket_types(text, count, types, brackets);
  if (fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, found) == 0) return -1;
  for (int i = 0; i < count; i++) order[i] = i;
  if (fribidi_reorder_line(0, types, count, 0, direction, found, NULL, order) == 0) return -1;
  for (int i = 0; i < count; i++) levels[i] = (uint8_t)found[i];
  return FRIBIDI_IS_RTL(direction) ? 1 : 0;
}

int cr_icu_boundaries(const uint32_t *text, int count, int kind, uint8_t *before) {
  static UBreakIterator *iterators[3];
  static const UBreakIteratorType types[3] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE};
  UErrorCode error = U_ZERO_ERROR;
  if (count == 0 || count > CR_LONGEST || kind < 0 || kind > 2) return -1;
  if (iterators[kind] == NULL) iterators[kind] = ubrk_open(types[kind], "en", NULL, 0, &error);
  int32_t length = convert(text, count);
  ubrk_setText(iterators[kind], units, length, &error);
  if (U_FAILURE(error)) return -1;
  memset(before, 0, (size_t)count);
  for (int32_t place = ubrk_first(iterators[kind]); place != UBRK_DONE; place = ubrk_next(iterators[kind])) {
    if (place == length) break;
    int status = ubrk_getRuleStatus(iterators[kind]);
    before[scalar_of[place]] = kind == 2 && status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT ? 2 : 1;
  }
  return 0;
}

int cr_fribidi_forms(const uint32_t *text, int count, const uint8_t *levels, uint8_t *forms) {
  static FriBidiCharType types[CR_LONGEST];
  static FriBidiLevel given[CR_LONGEST];
  static FriBidiArabicProp joining[CR_LONGEST];
  if (count == 0 || count > CR_LONGEST) return -1;
  for (int i = 0; i < count; i++) given[i] = (FriBidiLevel)levels[i];
  fribidi_get_bidi_types(text, count, types);
  fribidi_get_joining_types(text, count, joining);
  fribidi_join_arabic(types, count, given, joining);
  for (int i = 0; i < count; i++) {
    forms[i] = 0;
    if (FRIBIDI_IS_JOINING_TYPE_T(joining[i])) continue;
    bool right = FRIBIDI_LEVEL_IS_RTL(given[i]);
    if (joining[i] & (right ? FRIBIDI_MASK_JOINS_RIGHT : FRIBIDI_MASK_JOINS_LEFT)) forms[i] |= 1;
    if (joining[i] & (right ? FRIBIDI_MASK_JOINS_LEFT : FRIBIDI_MASK_JOINS_RIGHT)) forms[i] |= 2;
  }
  return 0;
}

// Our order: L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI.

int cr_fribidi_bidi_class(uint32_t scalar) {
  switch (fribidi_get_bidi_type(scalar)) {
    case FRIBIDI_TYPE_LTR: return 0;
    case FRIBIDI_TYPE_RTL: return 1;
    case FRIBIDI_TYPE_AL: return 2;
    case FRIBIDI_TYPE_EN: return 3;
    case FRIBIDI_TYPE_ES: return 4;
    case FRIBIDI_TYPE_ET: return 5;
    case FRIBIDI_TYPE_AN: return 6;
    case FRIBIDI_TYPE_CS: return 7;
    case FRIBIDI_TYPE_NSM: return 8;
    case FRIBIDI_TYPE_BN: return 9;
    case FRIBIDI_TYPE_BS: return 10;
    case FRIBIDI_TYPE_SS: return 11;
    case FRIBIDI_TYPE_WS: return 12;
    case FRIBIDI_TYPE_ON: return 13;
    case FRIBIDI_TYPE_LRE: return 14;
    case FRIBIDI_TYPE_LRO: return 15;
    case FRIBIDI_TYPE_RLE: return 16;
    case FRIBIDI_TYPE_RLO: return 17;
    case FRIBIDI_TYPE_PDF: return 18;
    case FRIBIDI_TYPE_LRI: return 19;
    case FRIBIDI_TYPE_RLI: return 20;
    case FRIBIDI_TYPE_FSI: return 21;
    case FRIBIDI_TYPE_PDI: return 22;
    default: return -1;
  }
}

int cr_icu_bidi_class(uint32_t scalar) {
  switch (u_charDirection((UChar32)scalar)) {
    case U_LEFT_TO_RIGHT: return 0;
    case U_RIGHT_TO_LEFT: return 1;
    case U_RIGHT_TO_LEFT_ARABIC: return 2;
    case U_EUROPEAN_NUMBER: return 3;
    case U_EUROPEAN_NUMBER_SEPARATOR: return 4;
    case U_EUROPEAN_NUMBER_TERMINATOR: return 5;
    case U_ARABIC_NUMBER: return 6;
    case U_COMMON_NUMBER_SEPARATOR: return 7;
    case U_DIR_NON_SPACING_MARK: return 8;
    case U_BOUNDARY_NEUTRAL: return 9;
    case U_BLOCK_SEPARATOR: return 10;
    case U_SEGMENT_SEPARATOR: return 11;
    case U_WHITE_SPACE_NEUTRAL: return 12;
    case U_OTHER_NEUTRAL: return 13;
    case U_LEFT_TO_RIGHT_EMBEDDING: return 14;
    case U_LEFT_TO_RIGHT_OVERRIDE: return 15;
    case U_RIGHT_TO_LEFT_EMBEDDING: return 16;
    case U_RIGHT_TO_LEFT_OVERRIDE: return 17;
    case U_POP_DIRECTIONAL_FORMAT: return 18;
    case U_LEFT_TO_RIGHT_ISOLATE: return 19;
    case U_RIGHT_TO_LEFT_ISOLATE: return 20;
    case U_FIRST_STRONG_ISOLATE: return 21;
    case U_POP_DIRECTIONAL_ISOLATE: return 22;
    default: return -1;
  }
}

// Our order: non-joining, join-causing, dual, left, right, transparent.

int cr_fribidi_joining_type(uint32_t scalar) {
  switch (fribidi_get_joining_type(scalar)) {
    case FRIBIDI_JOINING_TYPE_U: return 0;
    case FRIBIDI_JOINING_TYPE_C: return 1;
    case FRIBIDI_JOINING_TYPE_D: return 2;
    case FRIBIDI_JOINING_TYPE_L: return 3;
    case FRIBIDI_JOINING_TYPE_R: return 4;
    case FRIBIDI_JOINING_TYPE_T: return 5;
    // Ignored: FriBidi's class for what it takes out.
    default: return -1;
  }
}

int cr_icu_joining_type(uint32_t scalar) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_JOINING_TYPE)) {
    case U_JT_NON_JOINING: return 0;
    case U_JT_JOIN_CAUSING: return 1;
    case U_JT_DUAL_JOINING: return 2;
    case U_JT_LEFT_JOINING: return 3;
    case U_JT_RIGHT_JOINING: return 4;
    case U_JT_TRANSPARENT: return 5;
    default: return -1;
  }
}

uint32_t cr_icu_bracket(uint32_t scalar, bool *opens) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN: *opens = true; return scalar;
    case U_BPT_CLOSE: *opens = false; return (uint32_t)u_getBidiPairedBracket((UChar32)scalar);
    default: *opens = false; return 0;
  }
}

uint32_t cr_icu_mirror(uint32_t scalar) { return (uint32_t)u_charMirror((UChar32)scalar); }

bool cr_icu_is_complex(uint32_t scalar) {
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_LINE_BREAK)) {
    case U_LB_COMPLEX_CONTEXT:
    case U_LB_IDEOGRAPHIC:
    case U_LB_CONDITIONAL_JAPANESE_STARTER: return true;
    default: break;
  }
  switch (u_getIntPropertyValue((UChar32)scalar, UCHAR_SCRIPT)) {
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HAN:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
  }
}

int cr_icu_line_class(uint32_t scalar) { return u_getIntPropertyValue((UChar32)scalar, UCHAR_LINE_BREAK); }

const char *cr_icu_line_class_name(int value) {
  return u_getPropertyValueName(UCHAR_LINE_BREAK, value, U_SHORT_PROPERTY_NAME);
}

bool cr_icu_is_assigned(uint32_t scalar) { return u_charType((UChar32)scalar) != U_UNASSIGNED; }
