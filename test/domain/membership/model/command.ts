import type { RoleKey } from "#domain/policy/preset.ts";

/** Who acts, and when: an account id and milliseconds since 1970. */
interface By {
  readonly actor: string;
  readonly now: number;
}

/** Who answers an invitation. Only an account with a verified address can. */
export interface Answering {
  readonly accountId: string;
  readonly folded: string;
  readonly verified: boolean;
}

/** Everything that changes who belongs to an organization. */
export type TeamCommand =
  | ({ readonly kind: "invite"; readonly id: string; readonly folded: string; readonly role: RoleKey } & By)
  | ({ readonly kind: "revoke"; readonly invitation: string } & By)
  | ({ readonly kind: "reinstateInvitation"; readonly invitation: string } & By)
  | { readonly kind: "accept"; readonly invitation: string; readonly account: Answering; readonly now: number }
  | { readonly kind: "decline"; readonly invitation: string; readonly account: Answering; readonly now: number }
  | ({ readonly kind: "changeRole"; readonly member: string; readonly to: RoleKey } & By)
  | ({ readonly kind: "remove"; readonly member: string } & By)
  | ({ readonly kind: "reinstateMember"; readonly member: string } & By)
  | ({ readonly kind: "deactivate"; readonly member: string } & By)
  | ({ readonly kind: "reactivate"; readonly member: string } & By)
  | ({ readonly kind: "leave" } & By);

export type CommandOf<Kind extends TeamCommand["kind"]> = Extract<TeamCommand, { readonly kind: Kind }>;
