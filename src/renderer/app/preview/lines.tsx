import { IconArmchair, IconDeviceLaptopOff, IconMailX, IconShieldCheck } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ChangeEffects, PersonChange } from "#contract/entities/change.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { Impact } from "#renderer/ui/DecisionDialog.tsx";

type Words = TFunction<"preview">;

/** So many owners are named; the rest are counted. */
const named = 3;

/** What a change touches beside people and workspaces: desktops, seats, invitations, and who stays in charge. */
export function sideEffects(t: Words, preview: ChangeEffects, organization: Organization): Impact[] {
  return [
    ...desktops(t, preview),
    ...seats(t, preview),
    ...invitations(t, preview),
    ...administrators(t, preview, organization),
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

/**
 * Told where it changes: nobody shall lock everyone out, or let somebody in, without having seen it. Of an organization
 * that goes with all its people, nobody asks who is in charge.
 */
function administrators(t: Words, preview: ChangeEffects, organization: Organization): Impact[] {
  const { before, after, afterTotal } = preview.administrators;
  if (preview.seats.after.used === 0) return [];
  const policy = policyFor(organization);
  const isOwner = (standing: PersonChange["before"]) =>
    standing?.status === "active" && isOwnerClass(policy, standing.role);
  const swapped = preview.people.some((one) => isOwner(one.before) !== isOwner(one.after));
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

/** How many are in charge, as a sentence says it: fewer than before, or others. */
function toldAs(before: number, after: number): "nobody" | "alone" | "one" | "afterwards" | "other" {
  if (after === 0) return "nobody";
  if (after === 1) return before <= 1 ? "alone" : "one";
  return after >= before ? "afterwards" : "other";
}
