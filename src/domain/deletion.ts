import { day } from "./calendar/lengths.ts";
import type { DeletionRule } from "./policy/preset.ts";

/** How long name and slug of a purged organization stay taken, in milliseconds (90 days). */
export const nameHold = 90 * day;

/** How long a deleted organization can be restored, in milliseconds (`product-rules.md`, 'deletion'). */
export function holdOf(rule: DeletionRule): number {
  return rule.mode === "hold" ? rule.days * day : 0;
}

/** Whether what was typed is the organization's name; an accent typed apart is the same letter. */
export const isNameTyped = (typed: string, name: string): boolean =>
  typed.trim().normalize("NFC") === name.trim().normalize("NFC");
