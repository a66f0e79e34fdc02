// What the measured work finds, in a form that can be compared with ours; not measured itself.
#include <stdlib.h>
#include <unicode/uchar.h>

#include "text.h"

static uint64_t next_hash(uint64_t hash, uint64_t character) {
  return (hash + character + 1) * UINT64_C(0x100000001B3);
}

// What rule X9 of UAX #9 removes stands nowhere; the libraries leave it at different places.
static int is_removed(UChar32 scalar) {
  switch (u_charDirection(scalar)) {
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_BOUNDARY_NEUTRAL: return 1;
    default: return 0;
  }
}

size_t cr_icu_line_hashes(cr_text *text, int columns, uint64_t *hashes) {
  size_t lines = 0, start = 0;
  uint64_t before = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(text->units, (int32_t)text->longest + 16, &length, (const char *)text->bytes + start,
                  (int32_t)(text->ends[i] - start), &error);
    ubidi_setPara(text->bidi, text->units, length, UBIDI_DEFAULT_LTR, NULL, &error);
    for (int32_t at = 0; at < length;) {
      int32_t end = at;
      U16_FWD_N(text->units, end, length, columns);
      ubidi_setLine(text->bidi, at, end, text->line, &error);
      int32_t runs = ubidi_countRuns(text->line, &error);
      if (U_FAILURE(error)) abort();
      // Which character of the text begins with each unit of the line, -1 where none does that is seen.
      FriBidiStrIndex *places = text->map;
      FriBidiStrIndex count = 0;
      for (int32_t unit = at; unit < end; count++) {
        int32_t first = unit;
        UChar32 scalar;
        U16_NEXT(text->units, unit, end, scalar);
        for (int32_t j = first; j < unit; j++) places[j - at] = -1;
        if (!is_removed(scalar)) places[first - at] = count;
      }
      uint64_t hash = 0;
      for (int32_t run = 0; run < runs; run++) {
        int32_t first, units;
        UBiDiDirection direction = ubidi_getVisualRun(text->line, run, &first, &units);
        for (int32_t j = 0; j < units; j++) {
          FriBidiStrIndex place = places[direction == UBIDI_RTL ? first + units - 1 - j : first + j];
          if (place >= 0) hash = next_hash(hash, before + (uint64_t)place);
        }
      }
      hashes[lines++] = hash;
      before += (uint64_t)count;
      at = end;
    }
    start = text->ends[i];
  }
  return lines;
}

size_t cr_fribidi_line_hashes(cr_text *text, int columns, uint64_t *hashes) {
  size_t lines = 0, start = 0;
  uint64_t before = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    FriBidiParType base;
    FriBidiStrIndex length = cr_fribidi_resolve(text, start, text->ends[i], &base);
    for (FriBidiStrIndex at = 0; at < length; at++) text->map[at] = at;
    for (FriBidiStrIndex at = 0; at < length; at += columns) {
      FriBidiStrIndex count = length - at < columns ? length - at : columns;
      if (!fribidi_reorder_line(0, text->paragraph_types, count, at, base, text->paragraph_levels, NULL, text->map))
        abort();
      uint64_t hash = 0;
      for (FriBidiStrIndex j = 0; j < count; j++) {
        FriBidiStrIndex place = text->map[at + j];
        if (!is_removed((UChar32)text->paragraph[place])) hash = next_hash(hash, before + (uint64_t)place);
      }
      hashes[lines++] = hash;
    }
    before += (uint64_t)length;
    start = text->ends[i];
  }
  return lines;
}

size_t cr_icu_break_places(cr_text *text, uint32_t *places) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(text->breaks, text->wide, text->wide_count, &error);
  if (U_FAILURE(error)) abort();
  size_t count = 0;
  uint32_t bytes = 0;
  int32_t at = 0, place;
  while ((place = ubrk_next(text->breaks)) != UBRK_DONE) {
    while (at < place) {
      UChar32 scalar;
      U16_NEXT(text->wide, at, text->wide_count, scalar);
      bytes += (uint32_t)U8_LENGTH(scalar);
    }
    places[count++] = bytes;
  }
  return count;
}

size_t cr_fribidi_shaped(cr_text *text, uint32_t *shaped) {
  cr_fribidi_shape_reset(text);
  cr_fribidi_shape(text);
  FriBidiStrIndex length = text->paragraphs > 0 ? text->scalar_ends[text->paragraphs - 1] : 0;
  size_t count = 0;
  // The second half of a ligature stays behind as a character of its own.
  for (FriBidiStrIndex i = 0; i < length; i++)
    if (text->replaced[i] != FRIBIDI_CHAR_FILL) shaped[count++] = text->replaced[i];
  return count;
}
