import { z } from "zod";
import { id, instant } from "../scalars.ts";

/** The signed-in person. */
export const Account = z.object({
  id,
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  lastOrganizationId: id.nullable(),
  createdAt: instant,
});
export type Account = z.infer<typeof Account>;

/** A place where the person is signed in. `current` marks the session that asks. */
export const Session = z.object({
  id,
  client: z.string(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: instant,
  lastUsedAt: instant,
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** What a sign-in gives the desktop's main process. Never crosses to the renderer. */
export const SignedIn = z.object({
  account: Account,
  sessionId: id,
  accessToken: z.string(),
  accessExpiresAt: instant,
  refreshToken: z.string(),
  /** The organization that was joined on the way, by an invitation link. */
  joinedOrganizationId: id.nullable(),
});
export type SignedIn = z.infer<typeof SignedIn>;
