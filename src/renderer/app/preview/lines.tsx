import {
  IconArmchair,
  IconClockExclamation,
  IconDeviceLaptopOff,
  IconMailOff,
  IconMailX,
  IconShieldCheck,
} from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ChangeEffects, ChangePreview, PersonChange } from "#contract/entities/change.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { needsConfirmation } from "#domain/lockout.ts";
import { isOwnerClass, type Policy } from "#domain/policy/policy.ts";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

type Words = TFunction<"preview">;

/** So many owners are named; the rest are counted. */
const named = 3;

/** Where a change happens, with the rules before and after it. `now` in epoch ms. */
interface Surroundings {
  readonly organization: Organization;
  readonly policy: Policy;
  readonly next: Policy;
  readonly now: number;
}

/** Effects, of a command with what it would write. */
export type Comparison = ChangeEffects & Partial<Pick<ChangePreview, "events">>;

/** What a change touches beside people and workspaces: desktops, seats, invitations, and who stays in charge. */
export function sideEffects(t: Words, preview: Comparison, around: Surroundings): Impact[] {
  return [
    ...desktops(t, preview),
    ...seats(t, preview),
    ...invitations(t, preview),
    ...lapsed(t, preview, around),
    ...administrators(t, preview, around),
    ...guarded(t, preview, around),
  ];
}

function desktops(t: Words, { sessions: count }: ChangeEffects): Impact[] {
  if (count === 0) return [];
  return [{ id: "sessions", icon: <IconDeviceLaptopOff />, text: t("sessions", { count }) }];
}

function seats(t: Words, { seats: { limit, before, after } }: ChangeEffects): Impact[] {
  if (before.used === after.used) return [];
  const counts = { before: before.used, after: after.used };
  const text = limit === null ? t("seats", counts) : t("seatsOf", { ...counts, limit });
  return [{ id: "seats", icon: <IconArmchair />, text }];
}

function invitations(t: Words, { invitations: { ended: count } }: ChangeEffects): Impact[] {
  return count === 0 ? [] : [{ id: "invitations", icon: <IconMailX />, text: t("invitations", { count }) }];
}

const isMoved = (one: PersonChange | undefined): boolean =>
  one?.before?.role !== one?.after?.role || one?.before?.status !== one?.after?.status;

/** What somebody sent stays open and joins nobody, once they could no longer give its role. */
function lapsed(t: Words, { invitations, people }: ChangeEffects, { organization }: Surroundings): Impact[] {
  const { lapsed: count } = invitations;
  if (count === 0) return [];
  const [sender, ...others] = people;
  // Where rules change, whoever is named need not be who sent them.
  const theirs = others.length === 0 && sender?.memberId !== organization.me.memberId && isMoved(sender);
  const text = theirs ? t("lapsedOf", { count, name: sender?.name }) : t("lapsed", { count });
  return [{ id: "lapsed", icon: <IconMailOff />, text, tone: "warning" }];
}

/**
 * Comparison where it changes: nobody shall lock everyone out, or let somebody in, without having seen it. Of an organization
 * that goes with all its people, nobody asks who is in charge.
 */
function administrators(t: Words, preview: ChangeEffects, { organization, policy, next }: Surroundings): Impact[] {
  const { before, after, afterTotal } = preview.administrators;
  if (preview.seats.after.used === 0) return [];
  const swapped = preview.people.some((one) => owns(policy, one.before) !== owns(next, one.after));
  if (before === afterTotal && !swapped) return [];
  const names = after.slice(0, named).map(({ name }) => name);
  const more = afterTotal - names.length;
  const people = new Intl.ListFormat("en").format(more > 0 ? [...names, t("more", { count: more })] : names);
  const key = toldAs(before, afterTotal);
  return [
    {
      id: "administrators",
      icon: <IconShieldCheck />,
      text: t(`owners.${key}`, { people, organization: organization.name }),
      ...(afterTotal < 2 ? { tone: "warning" as const } : {}),
    },
  ];
}

/**
 * Said before, as the server judges it afterwards: whose power as an owner is taken has it back within a day, where too
 * few are left who can surely sign in and none of them confirms it. Whoever leaves is not brought back.
 */
function guarded(t: Words, preview: Comparison, { policy, next, now }: Surroundings): Impact[] {
  const leaves = preview.events?.includes("member.left") === true;
  const former = preview.people.filter(
    ({ before, after }) => owns(policy, before) && !owns(next, after) && !(leaves && after?.status === "removed"),
  );
  const left = preview.administrators.after.map(({ memberId, lastSeenAt }) => ({
    memberId,
    lastSeenAt: lastSeenAt === null ? null : Date.parse(lastSeenAt),
  }));
  if (former.length === 0 || left.length === 0 || !needsConfirmation(left, "act", now)) return [];
  const people = new Intl.ListFormat("en").format(former.map(({ name }) => name));
  return [
    {
      id: "guarded",
      icon: <IconClockExclamation />,
      text: t("guarded", { count: former.length, people }),
      tone: "warning",
    },
  ];
}

const owns = (policy: Policy, standing: PersonChange["before"]): boolean =>
  standing?.status === "active" && isOwnerClass(policy, standing.role);

/** How many are in charge, as a sentence says it: fewer than before, or others. */
function toldAs(before: number, after: number): "nobody" | "alone" | "one" | "afterwards" | "other" {
  if (after === 0) return "nobody";
  if (after === 1) return before <= 1 ? "alone" : "one";
  return after >= before ? "afterwards" : "other";
}
