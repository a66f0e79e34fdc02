// FriBidi's part of what is measured.
#include <stdlib.h>
#include <string.h>

#include "text.h"

// UTF-8 to characters, classes and levels of one paragraph; gives its length.
FriBidiStrIndex cr_fribidi_resolve(cr_text *text, size_t start, size_t end, FriBidiParType *base) {
  FriBidiStrIndex length = fribidi_charset_to_unicode(
      FRIBIDI_CHAR_SET_UTF8, (const char *)text->bytes + start, (FriBidiStrIndex)(end - start), text->paragraph);
  fribidi_get_bidi_types(text->paragraph, length, text->paragraph_types);
  fribidi_get_bracket_types(text->paragraph, length, text->paragraph_types, text->brackets);
  *base = FRIBIDI_PAR_ON;
  if (fribidi_get_par_embedding_levels_ex(text->paragraph_types, text->brackets, length, base,
                                          text->paragraph_levels) == 0)
    abort();
  return length;
}

static uint64_t order_lines(cr_text *text, FriBidiStrIndex length, FriBidiParType base, int columns) {
  uint64_t sum = 0;
  for (FriBidiStrIndex i = 0; i < length; i++) text->map[i] = i;
  for (FriBidiStrIndex at = 0; at < length; at += columns) {
    FriBidiStrIndex count = length - at < columns ? length - at : columns;
    sum += fribidi_reorder_line(0, text->paragraph_types, count, at, base, text->paragraph_levels, NULL, text->map);
    sum += (uint64_t)text->map[at];
  }
  return sum;
}

uint64_t cr_fribidi_bidi(cr_text *text, int columns) {
  uint64_t sum = 0;
  size_t start = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    FriBidiParType base;
    FriBidiStrIndex length = cr_fribidi_resolve(text, start, text->ends[i], &base);
    sum += order_lines(text, length, base, columns);
    start = text->ends[i];
  }
  return sum;
}

static uint64_t join_and_shape(FriBidiChar *scalars, FriBidiStrIndex length, const FriBidiCharType *types,
                               const FriBidiLevel *levels, FriBidiArabicProp *joining) {
  if (length == 0) return 0;
  fribidi_get_joining_types(scalars, length, joining);
  fribidi_join_arabic(types, length, levels, joining);
  fribidi_shape(FRIBIDI_FLAGS_ARABIC, levels, length, joining, scalars);
  return scalars[length / 2];
}

void cr_fribidi_shape_reset(cr_text *text) {
  FriBidiStrIndex count = text->paragraphs > 0 ? text->scalar_ends[text->paragraphs - 1] : 0;
  memcpy(text->replaced, text->scalars, (size_t)count * sizeof(FriBidiChar));
}

uint64_t cr_fribidi_shape(cr_text *text) {
  uint64_t sum = 0;
  FriBidiStrIndex start = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    sum += join_and_shape(text->replaced + start, text->scalar_ends[i] - start, text->types + start,
                          text->levels + start, text->joining);
    start = text->scalar_ends[i];
  }
  return sum;
}

uint64_t cr_fribidi_whole(cr_text *text, int columns) {
  uint64_t sum = cr_icu_line_breaks(text);
  size_t start = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    FriBidiParType base;
    FriBidiStrIndex length = cr_fribidi_resolve(text, start, text->ends[i], &base);
    sum += join_and_shape(text->paragraph, length, text->paragraph_types, text->paragraph_levels, text->joining);
    sum += order_lines(text, length, base, columns);
    start = text->ends[i];
  }
  return sum;
}
