import autocannon, { type Request } from "autocannon";

/** What is asked of a server, again and again. */
export interface Asking {
  readonly url: string;
  readonly token?: string;
  /** Sent in turn. */
  readonly requests: readonly Request[];
  readonly connections?: number;
}

export const get = (path: string): Request => ({ method: "GET", path });

export const post = (path: string, body: unknown): Request => ({
  method: "POST",
  path,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Requests answered per second over a slice of some seconds. No answer, or one other than 2xx, makes the figure worthless. */
export async function rateOf(asking: Asking, seconds: number): Promise<number> {
  const result = await autocannon({
    url: asking.url,
    connections: asking.connections ?? 16,
    duration: seconds,
    headers: asking.token === undefined ? {} : { authorization: `Bearer ${asking.token}` },
    requests: asking.requests.map((request) => ({ ...request })),
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${asking.url} failed`);
  if (result.requests.total === 0) throw new Error(`${asking.url} answered nothing within ${seconds} s`);
  return result.requests.total / result.duration;
}
