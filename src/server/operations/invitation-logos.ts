import type { Logo } from "#contract/entities/logo.ts";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { digestOf } from "../dispatch/token.ts";
import { verifiedAddress } from "../invitations/answer.ts";
import { logoOfInviting } from "../storage/queries/logos.ts";
import { placeOfReceived, placeOfToken } from "../storage/queries/received-invitations.ts";

/** Whoever is invited sees the logo of the organization that invites them, and no other. */
export const invitationLogoHandlers = {
  "invitation.previewLogo": async ({ db, caller }, { token }) => {
    const place = found(await placeOfToken(db, digestOf(token)), "invitation");
    return shown(found((await logoOfInviting(db, place, caller.now)) ?? null, "logo"));
  },
  "invitation.receivedLogo": async ({ services, account, caller }, { invitationId, digest }) => {
    const { system } = services.pools;
    const address = verifiedAddress(account);
    const place = found(address === null ? null : await placeOfReceived(system, invitationId, address), "invitation");
    const logo = await logoOfInviting(system, place, caller.now);
    return shown(found(logo?.digest === digest ? logo : null, "logo"));
  },
} satisfies Partial<Handlers>;

const shown = ({ type, bytes }: { readonly type: Logo["type"]; readonly bytes: Buffer }): Logo => ({
  type,
  base64: bytes.toString("base64"),
});
