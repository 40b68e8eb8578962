import fc from "fast-check";

/** One random act. Numbers choose among what is there at the moment: people, members, invitations, roles. */
export interface Move {
  readonly kind:
    | "invite"
    | "revoke"
    | "reinstateInvitation"
    | "accept"
    | "decline"
    | "changeRole"
    | "remove"
    | "reinstateMember"
    | "deactivate"
    | "reactivate"
    | "leave";
  readonly actor: number;
  readonly target: number;
  readonly role: number;
}

export const people = 6;

const kinds = [
  "invite",
  "revoke",
  "reinstateInvitation",
  "accept",
  "decline",
  "changeRole",
  "remove",
  "reinstateMember",
  "deactivate",
  "reactivate",
  "leave",
] as const;

/** Owners act more often than others, so that games go somewhere. */
const actor = fc.oneof({ arbitrary: fc.constantFrom(0, 1), weight: 2 }, { arbitrary: fc.nat(people - 1), weight: 1 });

export const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(...kinds, "invite", "accept", "accept"),
  actor,
  target: fc.nat(people - 1),
  role: fc.nat(2),
});

/** The one of `items` that a number chooses, or undefined of none. */
export const chosen = <Item>(items: readonly Item[], number: number): Item | undefined =>
  items.length === 0 ? undefined : items[number % items.length];
