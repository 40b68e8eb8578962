import { answered } from "#contract/answer.ts";
import { sortKey } from "#domain/searchKey.ts";
import type { AccountAnswer, OrganizationAnswer } from "./answer.ts";
import { foreignCursor, refusalOf } from "./faults.ts";
import { pageOf, placeAt } from "./places.ts";

const scope = "organizations";

const listOrganizations: AccountAnswer<"organization.list"> = ({ organizations }, { cursor, limit }) => {
  if (organizations === null) return null;
  const place = placeAt(scope, cursor);
  if (place === undefined) return foreignCursor();
  const all = organizations
    .map((organization) => ({ organization, key: sortKey(organization.name), id: organization.id }))
    .sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1));
  const start = place === null ? 0 : all.findIndex(({ id }) => id === place.id) + 1;
  // The server finds nothing after an organization that the person no longer has.
  const rest = place !== null && start === 0 ? [] : all.slice(start);
  const { items, next } = pageOf(scope, rest, limit);
  const total = all.length;
  return answered({
    items: items.map(({ organization }) => organization),
    next,
    total,
    matching: place === null ? total : null,
  });
};

const getOrganization: OrganizationAnswer<"organization.get"> = ({ facts }) => answered(facts.organization);

const getMatrix: OrganizationAnswer<"permission.matrix"> = ({ facts }) => answered(facts.matrix);

/** An offer past its time can no longer be taken. */
const getOwnership: OrganizationAnswer<"ownership.get"> = ({ facts: { transfer } }, _input, { now }) =>
  answered({ transfer: transfer !== null && Date.parse(transfer.expiresAt) > now.getTime() ? transfer : null });

const getSchedule: OrganizationAnswer<"reviewSchedule.get"> = (rows) =>
  refusalOf(rows, "member.remove") ??
  refusalOf(rows, "member.view") ??
  answered({ schedule: rows.facts.reviewSchedule });

const listFormer: OrganizationAnswer<"role.listFormer"> = (rows) =>
  refusalOf(rows, "audit.view") ?? answered({ items: rows.facts.formerRoles });

export const organizationListAnswers = { "organization.list": listOrganizations };
export const organizationAnswers = {
  "organization.get": getOrganization,
  "permission.matrix": getMatrix,
  "ownership.get": getOwnership,
  "reviewSchedule.get": getSchedule,
  "role.listFormer": listFormer,
};
