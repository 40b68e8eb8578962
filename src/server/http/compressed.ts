import { pipeline, Transform, type Readable } from "node:stream";
import { brotliCompress, constants, createBrotliCompress } from "node:zlib";
import { promisify } from "node:util";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Answers that can be large are compressed for whoever asks for it, which the desktop does unless the server is on the
 * same computer. At its first level Brotli takes 4 ms of a thread of its own for a megabyte of a fill and leaves a
 * seventh; gzip takes half as long again and leaves more, higher levels cost more than a quick line gives back.
 */
const encoding = "br";
const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
/** Less than this, in bytes, is sent as it is, and pieces of a stream are joined to as much. */
const least = 32 * 1024;

const takes = ({ headers }: FastifyRequest): boolean => /(?:^|,)\s*br\s*(?:,|$)/.test(headers["accept-encoding"] ?? "");

const compress = promisify(brotliCompress);

/** The hook of operations whose whole answer can be large. */
export async function compressLarge(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== "string" || payload.length < least || !takes(request)) return payload;
  reply.header("content-encoding", encoding);
  return await compress(payload, { params });
}

/** The stream as it is sent; each piece is told as soon as it is there. */
export function compressStream(request: FastifyRequest, reply: FastifyReply, body: Readable): Readable {
  if (!takes(request)) return body;
  reply.header("content-encoding", encoding);
  // Whoever opened the stream logs what ends it early.
  return pipeline(
    body,
    joining(),
    createBrotliCompress({ params, flush: constants.BROTLI_OPERATION_FLUSH }),
    () => undefined,
  );
}

/** At this level each piece is compressed by itself, so a row at a time would gain nothing. */
function joining(): Transform {
  let pieces: Buffer[] = [];
  let size = 0;
  const piece = (): Buffer => {
    const whole = Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return whole;
  };
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      pieces.push(chunk);
      size += chunk.length;
      if (size < least) done();
      else done(null, piece());
    },
    flush: (done) => done(null, piece()),
  });
}
