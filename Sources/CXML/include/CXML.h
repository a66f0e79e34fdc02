#ifndef CXML_H
#define CXML_H

// Everything that Mujaz wants of libxml2: one document in memory, always UTF-8, becomes a sequence of calls. No tree is
// built, nothing is fetched, no declared entity is expanded, and depth, names and therefore time are bounded.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One attribute; its value is not terminated.
typedef struct cx_attribute {
  const char *name;    ///< The local name.
  const char *prefix;  ///< The prefix, or NULL.
  const char *value;   ///< UTF-8.
  size_t count;        ///< Bytes of the value.
} cx_attribute;

/// Where the parts of a document go, in their order.
typedef struct cx_sink {
  void *context;
  /// An element begins; `space` is the name of its namespace, or NULL.
  void (*start)(void *context, const char *name, const char *space, const cx_attribute *attributes, size_t count);
  /// An element ends.
  void (*end)(void *context, const char *name);
  /// Text, possibly in several pieces; of scripts too.
  void (*text)(void *context, const char *bytes, size_t count);
} cx_sink;

/// What a parse left behind.
typedef struct cx_outcome {
  bool too_deep;      ///< The document was left where it was nested deeper than allowed.
  bool refused;       ///< The document was left because it declares markup of its own.
  int errors;         ///< How many rules of XML were broken; HTML breaks its own all the time and counts none.
  int line;           ///< The line of the first error, from 1.
  char message[160];  ///< What the first error is.
} cx_outcome;

/// Reads a page of HTML, however broken. Not more than `depth` elements are open at a time.
cx_outcome cx_read_html(const char *bytes, size_t count, size_t depth, const cx_sink *sink);

/// Reads XML and goes on behind errors where it can. Names that HTML gives to characters (&nbsp;) are known.
cx_outcome cx_read_xml(const char *bytes, size_t count, size_t depth, const cx_sink *sink);

#endif
