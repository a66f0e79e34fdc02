#include "CCompression.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct cc_stream {
  int kind;
  z_stream gzip;
  ZSTD_DStream *zstd;
  const char *message;
};

cc_stream *cc_open(int kind) {
  cc_stream *stream = calloc(1, sizeof *stream);
  if (stream == NULL) return NULL;
  stream->kind = kind;
  stream->message = "";
  if (kind == CC_GZIP) {
    // 15 bits of window, and 16 for "gzip only".
    if (inflateInit2(&stream->gzip, 15 + 16) == Z_OK) return stream;
  } else {
    stream->zstd = ZSTD_createDStream();
    if (stream->zstd != NULL && !ZSTD_isError(ZSTD_DCtx_setParameter(stream->zstd, ZSTD_d_windowLogMax, 27)))
      return stream;
    ZSTD_freeDStream(stream->zstd);
  }
  free(stream);
  return NULL;
}

static int gzip_step(cc_stream *stream, const uint8_t *input, size_t *input_count, uint8_t *output,
                     size_t *output_count) {
  z_stream *gzip = &stream->gzip;
  uInt given = *input_count > UINT_MAX ? UINT_MAX : (uInt)*input_count;
  uInt room = *output_count > UINT_MAX ? UINT_MAX : (uInt)*output_count;
  gzip->next_in = (Bytef *)input;
  gzip->avail_in = given;
  gzip->next_out = output;
  gzip->avail_out = room;
  int result = inflate(gzip, Z_NO_FLUSH);
  *input_count = given - gzip->avail_in;
  *output_count = room - gzip->avail_out;
  switch (result) {
    case Z_OK:
    case Z_BUF_ERROR:
      return CC_MORE;
    case Z_STREAM_END:
      if (inflateReset(gzip) == Z_OK) return CC_END;
      // fall through
    default:
      stream->message = gzip->msg != NULL ? gzip->msg : "damaged";
      return CC_BROKEN;
  }
}

int cc_step(cc_stream *stream, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
  if (stream->kind == CC_GZIP) return gzip_step(stream, input, input_count, output, output_count);
  ZSTD_inBuffer in = {input, *input_count, 0};
  ZSTD_outBuffer out = {output, *output_count, 0};
  size_t result = ZSTD_decompressStream(stream->zstd, &out, &in);
  *input_count = in.pos;
  *output_count = out.pos;
  if (ZSTD_isError(result)) {
    stream->message = ZSTD_getErrorName(result);
    return CC_BROKEN;
  }
  return result == 0 ? CC_END : CC_MORE;
}

const char *cc_message(const cc_stream *stream) { return stream->message; }

void cc_close(cc_stream *stream) {
  if (stream == NULL) return;
  if (stream->kind == CC_GZIP) {
    inflateEnd(&stream->gzip);
  } else {
    ZSTD_freeDStream(stream->zstd);
  }
  free(stream);
}
