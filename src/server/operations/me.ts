import type { Account } from "#contract/entities/account.ts";
import { confirmOwnPassword } from "../accounts/confirm-password.ts";
import { readLocale, readTimeZone, requireGoodPassword } from "../accounts/inputs.ts";
import { digestPassword } from "../accounts/passwords.ts";
import { replacePassword } from "../accounts/replace-password.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { recordSecurity } from "../dispatch/security-log.ts";
import { receivedOf } from "../invitations/received.ts";
import { accountOf, isActiveMember, updateAccount } from "../storage/queries/accounts.ts";
import type { Authentication } from "../storage/authenticate.ts";
import { listInbox } from "../storage/queries/inbox.ts";
import { countOwnSecurityEvents, listOwnSecurityEvents } from "../storage/queries/security-events.ts";
import { cleaned } from "./invalid.ts";
import { idAt, pageOf } from "./places.ts";

const logScope = "securityEvents";

/** What a person reads and changes about themselves. */
export const meHandlers = {
  "me.get": async ({ account }) => profileOf(account),

  "me.update": async ({ db, account, caller }, { name, locale, timeZone, lastOrganizationId }) => {
    const profile = {
      ...(name === undefined ? {} : { name: cleaned("name", name, { max: 100 }) }),
      ...(locale === undefined ? {} : { locale: readLocale("locale", locale) }),
      ...(timeZone === undefined ? {} : { time_zone: readTimeZone("timeZone", timeZone) }),
    };
    if (lastOrganizationId !== undefined && !(await isActiveMember(db, account.id, lastOrganizationId))) {
      return refuse({ kind: "notFound", what: "organization" });
    }
    const change =
      lastOrganizationId === undefined ? profile : { ...profile, last_organization_id: lastOrganizationId };
    const changed = Object.keys(profile);
    // Which organization was looked at last changes with every switch and is no matter of security.
    if (changed.length > 0) {
      const detail = { changed: changed.join(", ") };
      await recordSecurity(db, caller, { kind: "account.updated", accountId: account.id, detail });
    }
    return accountOf(await updateAccount(db, account.id, change, caller.now));
  },

  "me.changePassword": async (context, { currentPassword, newPassword }) => {
    const { db, account, session, caller } = context;
    requireGoodPassword("newPassword", newPassword, account);
    await confirmOwnPassword(context, "me.changePassword", currentPassword);
    const digest = await digestPassword(newPassword);
    const how = { kind: "account.passwordChanged", keep: session.id } as const;
    return { endedSessions: await replacePassword(db, account, digest, caller, how) };
  },

  "me.listInvitations": async ({ db, account, caller }) => {
    const rows = await listInbox(db, account.id, caller.now);
    return { items: rows.map(receivedOf) };
  },

  "me.listSecurityEvents": async ({ db, account }, { cursor, limit }) => {
    const before = cursor === undefined ? null : idAt(logScope, cursor);
    const rows = await listOwnSecurityEvents(db, account, { before, limit: limit + 1 });
    const total = await countOwnSecurityEvents(db, account.id);
    const { items, next } = pageOf(logScope, rows, limit);
    return { items, next, total, matching: before === null ? total : null };
  },
} satisfies Partial<Handlers>;

/** The sign-in was looked up with the person's profile, so reading it takes no query of its own. */
const profileOf = (account: Authentication["account"]): Account => ({
  id: account.id,
  email: account.email,
  name: account.name,
  locale: account.locale,
  timeZone: account.timeZone,
  lastOrganizationId: account.lastOrganizationId,
  createdAt: account.createdAt.toISOString(),
});
