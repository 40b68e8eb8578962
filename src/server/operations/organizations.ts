import type { Handlers } from "../dispatch/handlers.ts";
import { refuseAsNow } from "../dispatch/refuse-as-now.ts";
import { foundOrganization } from "../organizations/create.ts";
import { newId } from "../storage/ids.ts";
import {
  countOrganizations,
  loadOrganization,
  organizationPage,
  organizationSeen,
} from "../storage/queries/organizations.ts";
import { idAt, pageOf } from "./places.ts";

const scope = "organizations";

export const organizationHandlers = {
  "organization.list": async ({ db, account }, { cursor, limit }) => {
    const afterId = cursor === undefined ? null : idAt(scope, cursor);
    const rows = await organizationPage(db, account.id, { afterId, limit: limit + 1 });
    const { items, next } = pageOf(scope, rows, limit);
    const isAll = afterId === null && next === null;
    const total = isAll ? items.length : await countOrganizations(db, account.id);
    return { items, next, total, matching: afterId === null ? total : null };
  },
  "organization.create": async (context, details) => {
    const { db, account, caller } = context;
    const organizationId = newId();
    await context.enter(organizationId);
    const founder = { accountId: account.id, name: account.name };
    const founded = await foundOrganization(db, { organizationId, founder, details, at: caller.now, personal: false });
    return { ...founded, output: () => loadOrganization(db, account.id, organizationId) };
  },
  "organization.get": async (context) =>
    (await organizationSeen(context.db, context.account.id, context.organization.id)) ?? refuseAsNow(context),
} satisfies Partial<Handlers>;
