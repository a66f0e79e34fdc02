// The reference libraries behind plain functions of integers and arrays: ICU's own headers clash with the Foundation of
// the Swift toolchain, and much of FriBidi's are macros. All room is made when a text is given and kept, so that the
// references are measured at their best; what they allocate themselves they allocate.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Counting (counting.c)

// Calls of malloc, calloc, realloc and aligned allocation in the whole process so far.
uint64_t cr_allocations(void);
// The bytes asked for by them.
uint64_t cr_allocated_bytes(void);
// Processor time of this thread in nanoseconds.
uint64_t cr_thread_time(void);
// Lets the allocator keep what is freed instead of giving it back to the system, so that what is measured a second time
// finds its pages there. Without it FriBidi, which makes a small object for each run, spends most of its time on a long
// paragraph in the system.
void cr_keep_freed_memory(void);
// Joins what lies free in small pieces. Without it FriBidi's objects are scattered more with every repetition, and each
// takes longer than the one before, up to ten times.
void cr_settle_heap(void);
// Ends the process after so many seconds of processor time.
void cr_limit_processor_time(unsigned seconds);
// Starts this program again with the arguments, reads what it prints (at most `capacity` - 1 bytes, ended by 0).
// Gives its exit status, 128 + the signal that ended it, or -1.
int cr_run_self(const char *const *arguments, char *output, size_t capacity);

// A text for the references, in UTF-8, and its paragraphs: `ends[i]` is one past the last byte of paragraph i.
typedef struct cr_text cr_text;
// Bytes and ends must stay where they are. `prepared` says what is made beforehand: CR_WIDE for line breaking and ICU's
// shaping, CR_SCALARS for FriBidi's shaping.
#define CR_WIDE 1
#define CR_SCALARS 2
cr_text *cr_text_open(const uint8_t *bytes, size_t count, const uint32_t *ends, size_t paragraphs, int prepared);
void cr_text_close(cr_text *text);

// Measured work. Each gives a number made from its results, so that no part of the work can be left out.

// UTF-8 to visual runs of lines of `columns` code units: u_strFromUTF8, ubidi_setPara, ubidi_setLine,
// ubidi_getVisualRun.
uint64_t cr_icu_bidi(cr_text *text, int columns);
// UTF-8 to a visual map of lines of `columns` characters: types, brackets, levels, fribidi_reorder_line.
uint64_t cr_fribidi_bidi(cr_text *text, int columns);
// The places where lines may end, by ICU's iterator over UTF-16 that has been converted before.
uint64_t cr_icu_line_breaks(cr_text *text);
// Puts back the characters that cr_fribidi_shape replaces; not part of what is measured.
void cr_fribidi_shape_reset(cr_text *text);
// Joining types, joining and shaping in place, from UTF-32 and levels made before.
uint64_t cr_fribidi_shape(cr_text *text);
// u_shapeArabic, paragraph by paragraph, over UTF-16 converted before.
uint64_t cr_icu_shape(cr_text *text);
// UTF-8 to shaped text and visual runs of lines cut at line breaks: ICU's bidi, shaping and line breaking.
uint64_t cr_icu_whole(cr_text *text, int columns);
// The lines it made last time.
size_t cr_icu_whole_lines(const cr_text *text);
// UTF-8 to shaped text and visual maps of lines: FriBidi's bidi, joining and shaping, ICU's line breaking over UTF-16
// converted before (FriBidi has none).
uint64_t cr_fribidi_whole(cr_text *text, int columns);
// What must be done once before the first text: opening the objects that ICU needs. Gives 0 on failure.
int cr_icu_first_use(void);

// What that work finds, for comparison with ours; not measured (agreement.c).

// A number for each line of `columns` characters, made from the places of its characters in the text, in the order in
// which they are seen, without those that rule X9 of UAX #9 removes: h = (h + place + 1) * 0x100000001B3 from 0 on. Gives the number of lines.
size_t cr_icu_line_hashes(cr_text *text, int columns, uint64_t *hashes);
size_t cr_fribidi_line_hashes(cr_text *text, int columns, uint64_t *hashes);
// The places where lines may end, in bytes of the text, its end included; needs CR_WIDE. Gives their number.
size_t cr_icu_break_places(cr_text *text, uint32_t *places);
// The shaped characters of all paragraphs, without what FriBidi leaves behind ligatures; needs CR_SCALARS. Gives their
// number.
size_t cr_fribidi_shaped(cr_text *text, uint32_t *shaped);

// Single answers, for comparison. Texts are scalars, at most CR_LONGEST; surrogates are not allowed.

#define CR_LONGEST 4096

// base: 0 left to right, 1 right to left, 2 by the first strong character.
// levels[i]: the level of scalar i; order[v]: the scalar at visual place v, from the left, of one line.
// Gives the paragraph's level, or -1.
int cr_icu_levels(const uint32_t *text, int count, int base, uint8_t *levels, int32_t *order);
int cr_fribidi_levels(const uint32_t *text, int count, int base, uint8_t *levels, int32_t *order);

// kind: 0 clusters, 1 words, 2 lines.
// before[i]: 1 if there is a boundary before scalar i, 2 if the line must end there.
// Gives 0, or -1.
int cr_icu_boundaries(const uint32_t *text, int count, int kind, uint8_t *before);

// forms[i]: bit 0 joined to the scalar before, bit 1 to the one after; 0 for what is transparent. Levels as given.
int cr_fribidi_forms(const uint32_t *text, int count, const uint8_t *levels, uint8_t *forms);

// Properties

// FriBidi's class and joining type of a scalar as numbers of cases of ours, or -1.
int cr_fribidi_bidi_class(uint32_t scalar);
int cr_fribidi_joining_type(uint32_t scalar);
// ICU's, likewise.
int cr_icu_bidi_class(uint32_t scalar);
int cr_icu_joining_type(uint32_t scalar);
// The opening bracket's scalar if it is a paired bracket, else 0; *opens tells whether it is the opening one.
uint32_t cr_icu_bracket(uint32_t scalar, bool *opens);
// The image for mirroring, or the scalar itself.
uint32_t cr_icu_mirror(uint32_t scalar);
// Whether ICU's line or word iterator would use a dictionary or a tailoring for it (complex context, ideographs, kana).
bool cr_icu_is_complex(uint32_t scalar);
// The Line_Break property as ICU numbers it, and the short name of such a number.
int cr_icu_line_class(uint32_t scalar);
const char *cr_icu_line_class_name(int value);
// Whether the scalar is assigned in ICU's version of Unicode.
bool cr_icu_is_assigned(uint32_t scalar);
// Versions as text; the result stays valid.
const char *cr_versions(void);
