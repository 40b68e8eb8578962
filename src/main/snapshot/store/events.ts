import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { RecordedAct } from "#domain/review/usage.ts";
import { searchKey } from "#domain/searchKey.ts";
import { linesIn, type Lines } from "./lines.ts";

/** What of an event is searched. */
export const searchedText = ({ actor, target, action }: AuditEvent): string =>
  searchKey(`${actor.name} ${target.name} ${action}`);

/** As our own writing of an event begins; whatever is written otherwise is read as JSON. */
const beginning =
  /^\{"organizationId":"[^"]*","revision":\d+,"id":"[^"]*","at":"([^"]*)","actor":\{"accountId":(?:"([^"]*)"|null),"name":"(?:[^"\\]|\\.)*"\},"action":"([^"]*)"/;

/** Who did what and when, without making an object of all that an event tells. */
export function actOf(line: string): RecordedAct {
  const [, at, accountId = null, action] = beginning.exec(line) ?? [];
  if (at !== undefined && action !== undefined) return { accountId, action, at: Date.parse(at) };
  const event = JSON.parse(line) as AuditEvent;
  return { accountId: event.actor.accountId, action: event.action, at: Date.parse(event.at) };
}

/** Events line by line, so that a few of a page are read without making objects of all. JSON has no bare line break. */
export const bytesOfEvents = (events: readonly AuditEvent[]): Buffer =>
  Buffer.from(events.map((event) => JSON.stringify(event)).join("\n"));

/** The same as one JSON array. */
export const arrayOfEvents = (bytes: Buffer): string => `[${bytes.toString("utf8").replaceAll("\n", ",")}]`;

/** What is searched of the events of a page, line by line, under the writing of the page that it is of. */
export const bytesOfTexts = (events: readonly AuditEvent[], tag: string): Buffer =>
  Buffer.from([tag, ...events.map((event) => searchedText(event).replaceAll("\n", " "))].join("\n"));

/** Null where the texts are those of another writing. */
export function textsIn(bytes: Buffer, tag: string): Lines | null {
  const head = Buffer.from(`${tag}\n`);
  return bytes.subarray(0, head.length).equals(head) ? linesIn(bytes.subarray(head.length)) : null;
}
