import { answered } from "#contract/answer.ts";
import { Organization } from "#contract/entities/organization.ts";
import { operationOf, type OperationName } from "#contract/operations.ts";
import { z } from "zod";
import type { Fields } from "../remote/request.ts";
import type { Snapshot } from "./snapshot.ts";

interface Kept {
  readonly value: unknown;
  readonly asOf: string;
  readonly organizationId: string | null;
}

const mostEntries = 2_000;
const Organizations = z.object({ items: z.array(Organization) });

/** A snapshot that lives as long as the process; the oldest answers make room for new ones. */
export function memorySnapshot(now: () => Date = () => new Date()): Snapshot {
  const entries = new Map<string, Kept>();
  const revisions = new Map<string, number>();
  const noteRevision = (id: string, revision: number) =>
    void revisions.set(id, Math.max(revision, revisions.get(id) ?? 0));
  const noteOrganizations = (name: OperationName, value: unknown) => {
    for (const { id, revision } of organizationsIn(name, value)) noteRevision(id, revision);
  };
  return {
    answer: (name, input) => {
      const kept = entries.get(keyOf(name, input));
      if (kept === undefined) return null;
      const revision = kept.organizationId === null ? 0 : (revisions.get(kept.organizationId) ?? 0);
      return answered(kept.value, { from: "snapshot", asOf: kept.asOf, revision });
    },
    keep: (name, input, value) => {
      if (operationOf(name).offline !== "snapshot") return;
      const key = keyOf(name, input);
      entries.delete(key);
      entries.set(key, { value, asOf: now().toISOString(), organizationId: organizationOf(input) });
      const oldest = entries.keys().next();
      if (entries.size > mostEntries && oldest.done !== true) entries.delete(oldest.value);
      noteOrganizations(name, value);
    },
    noteRevision,
    forgetOrganization: (organizationId) => {
      revisions.delete(organizationId);
      for (const [key, kept] of entries) {
        if (kept.organizationId === organizationId) entries.delete(key);
        else if (key.startsWith("organization.list ")) entries.set(key, without(kept, organizationId));
      }
    },
    wipe: () => {
      entries.clear();
      revisions.clear();
    },
  };
}

const keyOf = (name: OperationName, input: Fields): string =>
  `${name} ${JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

const organizationOf = (input: Fields): string | null =>
  typeof input["organizationId"] === "string" ? input["organizationId"] : null;

function organizationsIn(name: OperationName, value: unknown): Organization[] {
  if (name === "organization.list") return Organizations.safeParse(value).data?.items ?? [];
  const one = name === "organization.get" ? Organization.safeParse(value).data : undefined;
  return one === undefined ? [] : [one];
}

function without(kept: Kept, organizationId: string): Kept {
  const list = z.looseObject({ items: z.array(Organization) }).safeParse(kept.value).data;
  if (list === undefined) return kept;
  return { ...kept, value: { ...list, items: list.items.filter(({ id }) => id !== organizationId) } };
}
