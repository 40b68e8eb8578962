import { PassThrough, type Readable } from "node:stream";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { compressLarge, compressStream } from "#server/http/compressed.ts";
import axios from "axios";
import fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";

const text = "All that is said here is said again. ".repeat(4000);
const br = { "accept-encoding": "gzip, deflate, br" };

async function serving(body: () => Readable) {
  const app = fastify({ forceCloseConnections: true });
  app.get("/stream", (request, reply) => reply.send(compressStream(request, reply, body())));
  app.get("/large", { onSend: compressLarge }, () => text);
  app.get("/small", { onSend: compressLarge }, () => "Little.");
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => app.close());
  return { app, url };
}

test("a large answer is compressed for whoever takes that, and a small one for nobody", async () => {
  const { app } = await serving(() => new PassThrough().end(text));
  for (const path of ["/stream", "/large"]) {
    const [packed, plain, other] = await Promise.all([
      app.inject({ url: path, headers: br }),
      app.inject(path),
      app.inject({ url: path, headers: { "accept-encoding": "identity" } }),
    ]);
    expect(packed.headers["content-encoding"]).toBe("br");
    expect(packed.rawPayload.length).toBeLessThan(text.length / 5);
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(text);
    for (const { headers, body } of [plain, other]) {
      expect([headers["content-encoding"], body]).toEqual([undefined, text]);
    }
  }
  const small = await app.inject({ url: "/small", headers: br });
  expect([small.headers["content-encoding"], small.body]).toEqual([undefined, "Little."]);
});

test("what a stream has told arrives before it tells more, and rows in small pieces are compressed together", async () => {
  const body = new PassThrough();
  for (let from = 0; from < text.length; from += 37) body.write(text.slice(from, from + 37));
  const { url } = await serving(() => body);
  const { data } = await axios.get<Readable>(`${url}/stream`, {
    responseType: "stream",
    decompress: false,
    headers: br,
    proxy: false,
  });
  const unpacked = data.pipe(createBrotliDecompress());
  let sent = 0;
  data.on("data", (chunk: Buffer) => (sent += chunk.length));
  let arrived = 0;
  for await (const chunk of unpacked) {
    arrived += (chunk as Buffer).length;
    // All but the piece that is not full yet.
    if (arrived > text.length - 33_000) break;
  }
  expect(sent).toBeLessThan(text.length / 5);
});

test("a reader that goes away ends what was streamed, and a stream that breaks breaks for its reader", async () => {
  const left = new PassThrough();
  const { url, app } = await serving(() => left);
  const reader = new AbortController();
  left.write(text);
  const { data } = await axios.get<Readable>(`${url}/stream`, {
    responseType: "stream",
    headers: br,
    proxy: false,
    signal: reader.signal,
  });
  data.on("error", () => undefined);
  const closed = new Promise((resolve) => left.on("error", () => undefined).once("close", resolve));
  reader.abort();
  await closed;
  await app.close();

  const broken = new PassThrough();
  const second = await serving(() => broken);
  broken.write(text);
  const answer = await axios.get<Readable>(`${second.url}/stream`, {
    responseType: "stream",
    headers: br,
    proxy: false,
  });
  broken.destroy(new Error("The database is gone"));
  await expect(answer.data.resume().toArray()).rejects.toThrow(/./);
});
