import type { Workspace } from "#contract/entities/workspace.ts";

/** A decision or form that has the person's attention, one at a time. Creating stands in the address. */
export interface Asking {
  readonly kind: "edit" | "suspend" | "delete";
  readonly workspace: Workspace;
}

export type Ask = (asking: Asking | null) => void;
