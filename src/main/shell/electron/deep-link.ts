import { z } from "zod";
import { invitationTokenOf } from "../../session/invitation-link.ts";

/** What a link from outside asks of the application. It can only show something, never do something. */
export type DeepLink =
  | { readonly kind: "invitation"; readonly link: string }
  | { readonly kind: "organization"; readonly organizationId: string };

const Id = z.uuid();
const longest = 2_000;

/** `orgdesk://invite/TOKEN` and `orgdesk://organizations/ID`; null for anything else. */
export function parseDeepLink(link: string): DeepLink | null {
  if (link.length > longest || !link.startsWith("orgdesk://")) return null;
  const url = URL.parse(link);
  if (url?.hostname === "invite") return invitationTokenOf(link) === null ? null : { kind: "invitation", link };
  if (url?.hostname !== "organizations") return null;
  const organizationId = Id.safeParse(url.pathname.slice(1));
  return organizationId.success ? { kind: "organization", organizationId: organizationId.data } : null;
}

/** The deep link among the arguments that the system started us with. */
export function deepLinkIn(args: readonly string[]): DeepLink | null {
  return args.map((argument) => parseDeepLink(argument)).find((link) => link !== null) ?? null;
}
