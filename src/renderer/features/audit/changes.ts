import type { AuditEvent } from "#contract/entities/auditEvent.ts";

type Values = NonNullable<AuditEvent["before"]>;
export type Value = Values[string];

/** One detail of a target on both sides of an event. */
export interface Change {
  readonly field: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  readonly changed: boolean;
}

/** Every recorded detail, the changed ones first. A side that was not recorded at all is left out by the caller. */
export function changesOf({ before, after }: Pick<AuditEvent, "before" | "after">): readonly Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = fields.map((field) => {
    const [was, is] = [before?.[field], after?.[field]];
    return { field, before: was, after: is, changed: JSON.stringify(was) !== JSON.stringify(is) };
  });
  return changes.toSorted((a, b) => Number(b.changed) - Number(a.changed));
}
