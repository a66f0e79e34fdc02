// Only CXML includes this: Swift sees none of libxml2's globals and structures.
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
