import type { ManagedOrganization, Money, SeatCount } from "#contract/entities/people.ts";
import { seats } from "#domain/membership.ts";
import type { SystemPermission } from "#domain/policy/permissions.ts";
import { assignableRoles, byRank, hasPermission, type Policy } from "#domain/policy/policy.ts";
import type { Db } from "../storage/database.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import { placesOf, standingsOf, type PlaceRow, type StandingRow } from "../storage/queries/places.ts";

/** An organization in which a person is, with its rules. */
export interface Place extends PlaceRow {
  readonly policy: Policy;
}

/** The same with no more than where the person stands. */
export interface Standing extends StandingRow {
  readonly policy: Policy;
}

const withPolicy = <Row extends StandingRow>(row: Row): Row & { readonly policy: Policy } => ({
  ...row,
  policy: storedPolicy(row),
});

export async function loadPlaces(system: Db, accountId: string): Promise<Place[]> {
  return (await placesOf(system, accountId)).map(withPolicy);
}

export async function loadStandings(system: Db, accountId: string): Promise<Standing[]> {
  return (await standingsOf(system, accountId)).map(withPolicy);
}

const managing = ["member.invite", "member.remove", "member.changeRole"] as const;

/** Whether the person holds a permission there; whoever is deactivated holds none. */
export const holds = ({ status, policy, role }: Standing, permission: SystemPermission): boolean =>
  status === "active" && hasPermission(policy, role, permission);

/** Whether the person may see who is there and do something about it. */
export const isManaged = (place: Place): boolean =>
  holds(place, "member.view") && managing.some((permission) => holds(place, permission));

export const seatsOf = (place: Pick<Place, "seats_limit" | "active_members" | "pending_invitations">): SeatCount =>
  seats({ limit: place.seats_limit, active: place.active_members, pending: place.pending_invitations });

export const priceOf = ({ seat_price: amount, currency }: Pick<Place, "seat_price" | "currency">): Money | null =>
  amount === null ? null : { amount, currency };

export function managedOrganization(place: Place): ManagedOrganization {
  const { policy, role } = place;
  const given = new Set(assignableRoles(policy, role).map(({ key }) => key));
  return {
    id: place.id,
    name: place.name,
    preset: policy.preset.key,
    role,
    roles: byRank(policy).map((key) => ({
      key,
      name: policy.roles.get(key)?.name ?? key,
      ownerClass: policy.roles.get(key)?.ownerClass === true,
      mayGive: given.has(key),
    })),
    may: {
      invite: holds(place, "member.invite"),
      remove: holds(place, "member.remove"),
      changeRole: holds(place, "member.changeRole"),
    },
    held: place.organization_status === "held",
    seats: seatsOf(place),
    seatPrice: priceOf(place),
  };
}
