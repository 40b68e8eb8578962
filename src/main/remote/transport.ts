import type { Operation } from "#contract/operation.ts";
import axios, { type AxiosInstance, type AxiosRequestConfig } from "axios";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { RawResponse } from "./faults.ts";
import { requestParts, type Fields } from "./request.ts";

export interface SendOptions {
  readonly accessToken: string | null;
  readonly idempotencyKey?: string | undefined;
  readonly basis?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Instead of the transport's own patience. */
  readonly timeoutMs?: number | undefined;
}

export interface StreamResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readable;
}

/** HTTP as it is: gives every answer, whatever its status, and throws only when there is none. */
export interface Transport {
  send(baseUrl: string, operation: Operation, input: Fields, options: SendOptions): Promise<RawResponse>;
  open(baseUrl: string, operation: Operation, input: Fields, options: SendOptions): Promise<StreamResponse>;
  get(baseUrl: string, path: string, timeoutMs: number): Promise<RawResponse>;
}

const largestAnswer = 64 * 1024 * 1024;
const Text = z.string();

export function createTransport(timeoutMs: number, userAgent: string): Transport {
  const client = axios.create({
    adapter: "http",
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: largestAnswer,
    validateStatus: () => true,
    transitional: { clarifyTimeoutError: true },
    headers: { "User-Agent": userAgent },
  });
  return {
    send: async (baseUrl, operation, input, options) =>
      await readAnswer(client, {
        ...configOf(baseUrl, operation, input, options),
        timeout: options.timeoutMs ?? timeoutMs,
      }),
    open: async (baseUrl, operation, input, options) => {
      const config = configOf(baseUrl, operation, input, options);
      const { status, headers, data } = await client.request<Readable>({
        ...config,
        responseType: "stream",
        // No limit: a limited stream is wrapped by axios in one that cannot be ended while it is silent.
        maxContentLength: -1,
      });
      return { status, headers: plain(headers), body: data };
    },
    get: async (baseUrl, path, timeout) =>
      await readAnswer(client, {
        url: `${baseUrl}${path}`,
        timeout,
        maxContentLength: 64 * 1024,
        ...wayTo(baseUrl),
      }),
  };
}

async function readAnswer(client: AxiosInstance, config: AxiosRequestConfig): Promise<RawResponse> {
  const { status, headers, data } = await client.request<unknown>({
    ...config,
    responseType: "text",
    transformResponse: (text: unknown) => text,
  });
  return { status, headers: plain(headers), text: Text.parse(data ?? "") };
}

function configOf(baseUrl: string, operation: Operation, input: Fields, options: SendOptions): AxiosRequestConfig {
  const { method, path, query, body } = requestParts(operation, input);
  const way = wayTo(baseUrl);
  const search = query.size === 0 ? "" : `?${query.toString()}`;
  return {
    method,
    url: `${baseUrl}${path}${search}`,
    ...way,
    headers: {
      ...way.headers,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(options.accessToken === null ? {} : { Authorization: `Bearer ${options.accessToken}` }),
      ...(options.idempotencyKey === undefined ? {} : { "Idempotency-Key": options.idempotencyKey }),
      ...(options.basis === undefined ? {} : { "If-Match": `"${options.basis}"` }),
    },
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}

/** A proxy of the environment never sees what stays on this computer, and nothing is compressed to stay on it. */
const wayTo = (baseUrl: string): { proxy?: false; headers?: Readonly<Record<string, string>> } =>
  ["127.0.0.1", "localhost", "[::1]"].includes(new URL(baseUrl).hostname)
    ? { proxy: false, headers: { "Accept-Encoding": "identity" } }
    : {};

const plain = (headers: object): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(headers));
