#include "CXML.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

// An element may have any number of attributes, and libxml2 compares each new one with all before it: a tag with a
// million of them would take hours. Their names live in the parser's dictionary, so its size bounds them.
enum { NAME_BYTES = 1 << 14, ATTRIBUTES = 64 };

typedef struct state {
  const cx_sink *sink;
  xmlParserCtxtPtr parser;
  size_t depth;
  size_t limit;
  cx_outcome outcome;
  bool is_html;
  /// The last undeclared entity was one of HTML's and has been written.
  bool knew_entity;
} state;

static void start_element(state *s, const char *name, const char *space, const cx_attribute *attributes,
                          size_t count) {
  if (s->outcome.too_deep || s->outcome.refused) return;
  if (s->depth >= s->limit) {
    s->outcome.too_deep = true;
    xmlStopParser(s->parser);
    return;
  }
  s->depth += 1;
  s->sink->start(s->sink->context, name, space, attributes, count);
}

static void end_element(state *s, const char *name) {
  if (s->outcome.too_deep || s->outcome.refused) return;
  if (s->depth > 0) s->depth -= 1;
  s->sink->end(s->sink->context, name);
}

static void on_text(void *data, const xmlChar *text, int count) {
  state *s = data;
  if (count > 0 && !s->outcome.too_deep && !s->outcome.refused)
    s->sink->text(s->sink->context, (const char *)text, (size_t)count);
}

static void on_html_start(void *data, const xmlChar *name, const xmlChar **pairs) {
  cx_attribute attributes[ATTRIBUTES];
  size_t count = 0;
  for (size_t at = 0; pairs != NULL && pairs[at] != NULL && count < ATTRIBUTES; at += 2) {
    const char *value = pairs[at + 1] != NULL ? (const char *)pairs[at + 1] : "";
    attributes[count++] = (cx_attribute){(const char *)pairs[at], NULL, value, strlen(value)};
  }
  start_element(data, (const char *)name, NULL, attributes, count);
}

static void on_html_end(void *data, const xmlChar *name) { end_element(data, (const char *)name); }

static void on_xml_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                         int namespaces, const xmlChar **declared, int attribute_count, int defaulted,
                         const xmlChar **fields) {
  (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
  cx_attribute attributes[ATTRIBUTES];
  size_t count = 0;
  for (int at = 0; at < attribute_count && count < ATTRIBUTES; at += 1) {
    const xmlChar **field = fields + (size_t)at * 5;
    attributes[count++] = (cx_attribute){(const char *)field[0], (const char *)field[1], (const char *)field[3],
                                         (size_t)(field[4] - field[3])};
  }
  start_element(data, (const char *)name, (const char *)space, attributes, count);
}

static void on_xml_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)prefix, (void)space;
  end_element(data, (const char *)name);
}

static xmlEntityPtr on_entity(void *data, const xmlChar *name) {
  state *s = data;
  xmlEntityPtr known = xmlGetPredefinedEntity(name);
  if (known != NULL) return known;
  // Feeds are full of &nbsp; that nothing declares. In a value it is lost, in text it is written here.
  const htmlEntityDesc *entity = htmlEntityLookup(name);
  s->knew_entity = entity != NULL;
  if (entity != NULL && s->parser->instate == XML_PARSER_CONTENT) {
    unsigned value = entity->value;
    unsigned char bytes[3];
    int count = 0;
    if (value < 0x80) {
      bytes[count++] = (unsigned char)value;
    } else if (value < 0x800) {
      bytes[count++] = (unsigned char)(0xC0 | value >> 6);
      bytes[count++] = (unsigned char)(0x80 | (value & 0x3F));
    } else {
      bytes[count++] = (unsigned char)(0xE0 | value >> 12);
      bytes[count++] = (unsigned char)(0x80 | (value >> 6 & 0x3F));
      bytes[count++] = (unsigned char)(0x80 | (value & 0x3F));
    }
    on_text(s, bytes, count);
  }
  return NULL;
}

// Attributes declared with a value are added to every element that lacks them: a few bytes could become gigabytes.
static void on_attribute_declaration(void *data, const xmlChar *element, const xmlChar *name, int type, int kind,
                                     const xmlChar *value, xmlEnumerationPtr tree) {
  (void)element, (void)name, (void)type, (void)kind, (void)value;
  state *s = data;
  if (tree != NULL) xmlFreeEnumeration(tree);
  s->outcome.refused = true;
  xmlStopParser(s->parser);
}

static void on_error(void *data, xmlErrorPtr error) {
  state *s = data;
  if (s->is_html || error == NULL || error->level < XML_ERR_ERROR) return;
  if ((error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY) && s->knew_entity) {
    s->knew_entity = false;
    return;
  }
  if (s->outcome.errors < INT_MAX) s->outcome.errors += 1;
  if (s->outcome.errors > 1) return;
  s->outcome.line = error->line;
  snprintf(s->outcome.message, sizeof s->outcome.message, "%s", error->message != NULL ? error->message : "");
  s->outcome.message[strcspn(s->outcome.message, "\r\n")] = 0;
}

// What both parsers tell of; neither builds a tree.
static void listen(xmlParserCtxtPtr parser, state *s) {
  s->parser = parser;
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->characters = on_text;
  parser->sax->cdataBlock = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->serror = on_error;
  parser->userData = s;
  xmlDictSetLimit(parser->dict, NAME_BYTES);
}

cx_outcome cx_read_html(const char *bytes, size_t count, size_t depth, const cx_sink *sink) {
  state s = {.sink = sink, .limit = depth, .is_html = true};
  xmlInitParser();
  if (count > INT_MAX) return s.outcome;
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (parser == NULL) return s.outcome;
  listen(parser, &s);
  parser->sax->startElement = on_html_start;
  parser->sax->endElement = on_html_end;
  htmlDocPtr document = htmlCtxtReadMemory(
      parser, bytes, (int)count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (document != NULL) xmlFreeDoc(document);
  htmlFreeParserCtxt(parser);
  return s.outcome;
}

cx_outcome cx_read_xml(const char *bytes, size_t count, size_t depth, const cx_sink *sink) {
  state s = {.sink = sink, .limit = depth};
  xmlInitParser();
  if (count > INT_MAX) return s.outcome;
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) return s.outcome;
  listen(parser, &s);
  parser->sax->startElementNs = on_xml_start;
  parser->sax->endElementNs = on_xml_end;
  parser->sax->getEntity = on_entity;
  parser->sax->attributeDecl = on_attribute_declaration;
  xmlDocPtr document = xmlCtxtReadMemory(
      parser, bytes, (int)count, NULL, "UTF-8",
      XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  if (document != NULL) xmlFreeDoc(document);
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
  return s.outcome;
}
