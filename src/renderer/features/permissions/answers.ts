import type { PermissionAnswer, PermissionMatrix } from "#contract/entities/permission.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import type { Row } from "./matrix.ts";

/** Every permission of a matrix once, to be asked in one call. */
export function permissionsOf({ sections }: PermissionMatrix): readonly Permission[] {
  return [...new Set(sections.flatMap(({ rows }) => rows.flatMap((row) => row.permissions)))];
}

/** A row's answer for one person: allowed when all of its permissions are; otherwise the first refusal. */
export interface RowAnswer {
  readonly allowed: boolean;
  readonly refusal: PermissionAnswer["refusal"];
}

export function answerOf(row: Row, answers: readonly PermissionAnswer[]): RowAnswer {
  const own = answers.filter(({ permission }) => row.permissions.includes(permission));
  const refused = own.find((answer) => !answer.allowed);
  return { allowed: own.length > 0 && !refused, refusal: refused?.refusal ?? null };
}
