#include "text.h"

#include <stdlib.h>
#include <string.h>

static void *room(size_t count, size_t size) {
  void *made = calloc(count + 16, size);
  if (made == NULL) abort();
  return made;
}

static void prepare_wide(cr_text *text) {
  size_t start = 0;
  int32_t at = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(text->wide + at, (int32_t)(text->count + 1 - (size_t)at), &length,
                  (const char *)text->bytes + start, (int32_t)(text->ends[i] - start), &error);
    if (U_FAILURE(error)) abort();
    at += length;
    text->wide_ends[i] = at;
    start = text->ends[i];
  }
  text->wide_count = at;
}

static void prepare_scalars(cr_text *text) {
  size_t start = 0;
  FriBidiStrIndex at = 0;
  for (size_t i = 0; i < text->paragraphs; i++) {
    FriBidiStrIndex length = fribidi_charset_to_unicode(
        FRIBIDI_CHAR_SET_UTF8, (const char *)text->bytes + start, (FriBidiStrIndex)(text->ends[i] - start),
        text->scalars + at);
    fribidi_get_bidi_types(text->scalars + at, length, text->types + at);
    fribidi_get_bracket_types(text->scalars + at, length, text->types + at, text->brackets);
    FriBidiParType base = FRIBIDI_PAR_ON;
    if (fribidi_get_par_embedding_levels_ex(text->types + at, text->brackets, length, &base, text->levels + at) == 0)
      abort();
    at += length;
    text->scalar_ends[i] = at;
    start = text->ends[i];
  }
}

cr_text *cr_text_open(const uint8_t *bytes, size_t count, const uint32_t *ends, size_t paragraphs,
                      int prepared) {
  cr_text *text = room(1, sizeof *text);
  text->bytes = bytes;
  text->count = count;
  text->ends = ends;
  text->paragraphs = paragraphs;
  size_t start = 0;
  for (size_t i = 0; i < paragraphs; i++) {
    if (ends[i] - start > text->longest) text->longest = ends[i] - start;
    start = ends[i];
  }
  UErrorCode error = U_ZERO_ERROR;
  text->wide = room(count, sizeof(UChar));
  text->wide_ends = room(paragraphs, sizeof(int32_t));
  text->units = room(text->longest, sizeof(UChar));
  text->shaped = room(text->longest, sizeof(UChar));
  text->bidi = ubidi_openSized((int32_t)text->longest, 0, &error);
  text->line = ubidi_openSized((int32_t)text->longest, 0, &error);
  text->breaks = ubrk_open(UBRK_LINE, "en", NULL, 0, &error);
  if (U_FAILURE(error)) abort();
  text->scalars = room(count, sizeof(FriBidiChar));
  text->replaced = room(count, sizeof(FriBidiChar));
  text->types = room(count, sizeof(FriBidiCharType));
  text->levels = room(count, sizeof(FriBidiLevel));
  text->scalar_ends = room(paragraphs, sizeof(FriBidiStrIndex));
  text->paragraph = room(text->longest, sizeof(FriBidiChar));
  text->paragraph_types = room(text->longest, sizeof(FriBidiCharType));
  text->brackets = room(text->longest, sizeof(FriBidiBracketType));
  text->paragraph_levels = room(text->longest, sizeof(FriBidiLevel));
  text->joining = room(text->longest, sizeof(FriBidiArabicProp));
  text->map = room(text->longest, sizeof(FriBidiStrIndex));
  if (prepared & CR_WIDE) prepare_wide(text);
  if (prepared & CR_SCALARS) prepare_scalars(text);
  return text;
}

void cr_text_close(cr_text *text) {
  ubidi_close(text->bidi);
  ubidi_close(text->line);
  ubrk_close(text->breaks);
  void *all[] = {text->wide, text->wide_ends, text->units, text->shaped, text->scalars, text->replaced, text->types,
                 text->levels, text->scalar_ends, text->paragraph, text->paragraph_types, text->brackets,
                 text->paragraph_levels, text->joining, text->map, text};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
}

const char *cr_versions(void) {
  return "FriBidi " FRIBIDI_VERSION " (Unicode " FRIBIDI_UNICODE_VERSION "), ICU " U_ICU_VERSION
         " (Unicode " U_UNICODE_VERSION ")";
}
