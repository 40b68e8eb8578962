import { answered, failed, type Answer } from "#contract/answer.ts";
import type { Fault } from "#contract/fault.ts";
import { version as desktopVersion } from "#contract/version.ts";
import type { z } from "zod";
import { faultOfResponse, oddityOf, parsedJson, type Oddity, type RawResponse } from "./faults.ts";
import { probeHealth } from "./health.ts";
import { olderOf } from "./versions.ts";

export const isDone = ({ status }: Pick<RawResponse, "status">): boolean => status >= 200 && status < 300;

/** What the server answered, as the contract describes it. */
export async function readAnswer<Output extends z.ZodType>(
  baseUrl: string,
  output: Output,
  response: RawResponse,
): Promise<Answer<z.output<Output>>> {
  if (!isDone(response)) return failed(await faultOf(baseUrl, response));
  const json = parsedJson(response.text);
  const value = output.safeParse(json);
  if (value.success) return answered(value.data);
  const internal: Fault = { kind: "internal" };
  return failed(json === undefined ? internal : await faultOfOddity(baseUrl, "unread", internal));
}

/** The fault that an answer other than 2xx stands for. */
export async function faultOf(baseUrl: string, response: RawResponse): Promise<Fault> {
  const fault = faultOfResponse(response);
  const oddity = oddityOf(response, fault);
  return oddity === null ? fault : await faultOfOddity(baseUrl, oddity, fault);
}

/**
 * Only now is the server asked for its version, since most differences between versions are in nobody's way. What it
 * does not know is new, also where it does not tell its version.
 */
async function faultOfOddity(baseUrl: string, oddity: Oddity, otherwise: Fault): Promise<Fault> {
  const { version } = await probeHealth(baseUrl);
  const older = olderOf(version, desktopVersion) ?? (oddity === "unknown" ? "server" : null);
  if (older === null) return otherwise;
  // Without the request's id: there is nothing to look up under it.
  return { kind: "outdated", older, serverVersion: version };
}
