import type { Member } from "#contract/entities/member.ts";
import type { Job } from "./bulk/job.ts";
import type { MemberRow } from "./people.ts";

/** A decision or a longer work that has the person's attention, one at a time. */
export type Asking =
  | { readonly kind: "remove"; readonly member: Member }
  | { readonly kind: "deactivate"; readonly member: Member }
  | { readonly kind: "reactivate"; readonly member: Member }
  | { readonly kind: "reinstate"; readonly member: Member }
  | { readonly kind: "changeRole"; readonly member: Member; readonly role: string }
  | { readonly kind: "stepDown"; readonly member: Member; readonly role: string }
  | { readonly kind: "requestRole"; readonly member: Member; readonly role: string }
  | { readonly kind: "leave" }
  | { readonly kind: "changeRoles"; readonly rows: readonly MemberRow[] }
  | { readonly kind: "deactivateAll"; readonly rows: readonly MemberRow[] }
  | { readonly kind: "removeAll"; readonly rows: readonly MemberRow[] }
  | { readonly kind: "run"; readonly job: Job }
  | { readonly kind: "export" };

export type Ask = (asking: Asking | null) => void;
