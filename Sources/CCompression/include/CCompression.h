#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

// Everything that Mujaz wants of zlib and libzstd: unpacking a stream piece by piece.

#include <stddef.h>
#include <stdint.h>

/// How a stream is packed.
enum {
  CC_GZIP = 1,
  CC_ZSTD = 2,
};

/// How a step ended.
enum {
  CC_MORE = 0,    ///< It goes on: give more input or more room.
  CC_END = 1,     ///< A packed stream ended; another one may follow it in the input.
  CC_BROKEN = 2,  ///< It cannot be unpacked further; cc_message says why.
};

/// A stream being unpacked.
typedef struct cc_stream cc_stream;

/// Begins a stream of one of the kinds; NULL where there is no memory. Unpacking takes at most 128 MiB.
cc_stream *cc_open(int kind);

/// Unpacks from `input` into `output`; both counts come in as what is there and go out as what was used.
int cc_step(cc_stream *stream, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count);

/// Why the stream broke, for people.
const char *cc_message(const cc_stream *stream);

/// Ends a stream.
void cc_close(cc_stream *stream);

#endif
