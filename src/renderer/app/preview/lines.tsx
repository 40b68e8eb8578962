import { IconArmchair, IconDeviceLaptopOff, IconFolder, IconMailX, IconShieldCheck } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ChangeEffects, PersonChange } from "#contract/entities/change.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import type { Impact } from "#renderer/ui/DecisionDialog.tsx";

type Words = TFunction<"preview">;

/** So many owners are named; the rest are counted. */
const named = 3;

/** What a change touches beside people: workspaces, desktops, seats, invitations, and who stays in charge. */
export function sideEffects(t: Words, preview: ChangeEffects, organization: Organization): Impact[] {
  return [
    ...workspaces(t, preview),
    ...desktops(t, preview),
    ...seats(t, preview),
    ...invitations(t, preview),
    ...administrators(t, preview, organization),
  ];
}

function workspaces(t: Words, { workspaces: changed }: ChangeEffects): Impact[] {
  return changed.map(({ id, name, from, to, peopleBefore: before, peopleAfter: after }) => ({
    id: `workspace.${id}`,
    icon: <IconFolder />,
    text: [
      ...(from === to ? [] : [moves(t, name, from, to)]),
      ...(before === after ? [] : [t("workspace", { name, before, after })]),
    ].join(". "),
  }));
}

type Status = ChangeEffects["workspaces"][number]["from"];

function moves(t: Words, name: string, from: Status, to: Status): string {
  const words = (status: Status) => t(`workspaceStatus.${status ?? "none"}`);
  return t("workspaceMoves", { name, from: words(from), to: words(to) });
}

function desktops(t: Words, { people }: ChangeEffects): Impact[] {
  const count = people.reduce((sum, { sessions }) => sum + sessions, 0);
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

/** Told where it changes: nobody shall lock everyone out, or let somebody in, without having seen it. */
function administrators(t: Words, preview: ChangeEffects, organization: Organization): Impact[] {
  const { before, after, afterTotal } = preview.administrators;
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
