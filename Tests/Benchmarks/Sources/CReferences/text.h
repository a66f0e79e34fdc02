// What the references keep of a text.
#pragma once
#include <fribidi/fribidi.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ushape.h>
#include <unicode/ustring.h>

#include "CReferences.h"

struct cr_text {
  const uint8_t *bytes;
  size_t count;
  const uint32_t *ends;
  size_t paragraphs;
  // The longest paragraph in bytes; no form of it has more units than that.
  size_t longest;

  // The whole text as UTF-16, made once, and where its paragraphs end.
  UChar *wide;
  int32_t wide_count;
  int32_t *wide_ends;
  // Room for one paragraph.
  UChar *units, *shaped;
  UBiDi *bidi, *line;
  UBreakIterator *breaks;
  // The lines that cr_icu_whole made last.
  size_t lines;

  // The whole text as UTF-32, its classes and levels, and where its paragraphs end.
  FriBidiChar *scalars, *replaced;
  FriBidiCharType *types;
  FriBidiLevel *levels;
  FriBidiStrIndex *scalar_ends;
  // Room for one paragraph.
  FriBidiChar *paragraph;
  FriBidiCharType *paragraph_types;
  FriBidiBracketType *brackets;
  FriBidiLevel *paragraph_levels;
  FriBidiArabicProp *joining;
  FriBidiStrIndex *map;
};

// UTF-8 to characters, classes and levels of one paragraph by FriBidi; gives its length.
FriBidiStrIndex cr_fribidi_resolve(cr_text *text, size_t start, size_t end, FriBidiParType *base);
