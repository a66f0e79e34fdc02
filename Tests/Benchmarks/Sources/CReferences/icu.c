// ICU's part of what is measured.
#include "text.h"

#include <stdlib.h>

// The end of a line of so many units, surrogates kept together.
static int32_t line_end(const UChar *units, int32_t start, int32_t length, int columns) {
  int32_t end = start + columns;
  if (end >= length) return length;
  return U16_IS_TRAIL(units[end]) ? end + 1 : end;
}

static uint64_t runs_of_line(cr_text *text, int32_t start, int32_t end) {
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setLine(text->bidi, start, end, text->line, &error);
  int32_t count = ubidi_countRuns(text->line, &error);
  if (U_FAILURE(error)) abort();
  uint64_t sum = (uint64_t)count;
  for (int32_t i = 0; i < count; i++) {
    int32_t first, length;
    sum += (uint64_t)ubidi_getVisualRun(text->line, i, &first, &length);
    sum += (uint64_t)first + (uint64_t)length;
  }
  return sum;
}

static int32_t convert(cr_text *text, size_t start, size_t end) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(text->units, (int32_t)text->longest + 16, &length, (const char *)text->bytes + start,
                (int32_t)(end - start), &error);
  if (U_FAILURE(error)) abort();
  return length;
}

static void resolve(cr_text *text, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(text->bidi, text->units, length, UBIDI_DEFAULT_LTR, NULL, &error);
  if (U_FAILURE(error)) abort();
}

uint64_t cr_icu_bidi(cr_text *text, int columns) {
  uint64_t sum = 0;
  size_t start = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    int32_t length = convert(text, start, text->ends[i]);
    resolve(text, length);
    for (int32_t at = 0; at < length;) {
      int32_t end = line_end(text->units, at, length, columns);
      sum += runs_of_line(text, at, end);
      at = end;
    }
    start = text->ends[i];
  }
  return sum;
}

uint64_t cr_icu_line_breaks(cr_text *text) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(text->breaks, text->wide, text->wide_count, &error);
  if (U_FAILURE(error)) abort();
  uint64_t count = 0;
  while (ubrk_next(text->breaks) != UBRK_DONE) count++;
  return count;
}

// Logical text, letters by their forms, lam-alef as one character and a blank beside it, the length kept.
static uint64_t shape(const UChar *from, int32_t length, UChar *into, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  uint32_t options = U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_FIXED_SPACES_NEAR | U_SHAPE_TEXT_DIRECTION_LOGICAL;
  int32_t made = u_shapeArabic(from, length, into, capacity, options, &error);
  if (U_FAILURE(error)) abort();
  return (uint64_t)made + into[made / 2];
}

uint64_t cr_icu_shape(cr_text *text) {
  uint64_t sum = 0;
  int32_t start = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    int32_t length = text->wide_ends[i] - start;
    if (length > 0) sum += shape(text->wide + start, length, text->shaped, (int32_t)text->longest + 16);
    start = text->wide_ends[i];
  }
  return sum;
}

uint64_t cr_icu_whole(cr_text *text, int columns) {
  uint64_t sum = 0;
  text->lines = 0;
  size_t start = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = convert(text, start, text->ends[i]);
    resolve(text, length);
    sum += shape(text->units, length, text->shaped, (int32_t)text->longest + 16);
    ubrk_setText(text->breaks, text->units, length, &error);
    if (U_FAILURE(error)) abort();
    // A line is filled as far as it goes; each unit counts as one column.
    int32_t line = 0, possible = 0, place;
    while ((place = ubrk_next(text->breaks)) != UBRK_DONE) {
      while (place - line > columns) {
        int32_t end = possible > line ? possible : line_end(text->units, line, length, columns);
        sum += runs_of_line(text, line, end);
        text->lines++;
        line = end;
      }
      possible = place;
    }
    if (line < length) {
      sum += runs_of_line(text, line, length);
      text->lines++;
    }
    start = text->ends[i];
  }
  return sum;
}

size_t cr_icu_whole_lines(const cr_text *text) { return text->lines; }

int cr_icu_first_use(void) {
  static const UChar sample[] = {0x627, 0x644, 0x633, 0x644, 0x627, 0x645, 0x20, 0x61, 0x62};
  UErrorCode error = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_open();
  ubidi_setPara(bidi, sample, 9, UBIDI_DEFAULT_LTR, NULL, &error);
  int32_t runs = ubidi_countRuns(bidi, &error);
  UBreakIterator *breaks = ubrk_open(UBRK_LINE, "en", sample, 9, &error);
  while (U_SUCCESS(error) && ubrk_next(breaks) != UBRK_DONE) runs++;
  UChar shaped[16];
  u_shapeArabic(sample, 9, shaped, 16, U_SHAPE_LETTERS_SHAPE, &error);
  if (breaks != NULL) ubrk_close(breaks);
  ubidi_close(bidi);
  return U_SUCCESS(error) ? runs : 0;
}
