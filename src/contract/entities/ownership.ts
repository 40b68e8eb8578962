import { z } from "zod";
import { id, instant } from "../scalars.ts";
import { Preset } from "./organization.ts";

const Party = z.object({ memberId: id, name: z.string() });

/** An open offer to take over an organization (`requirements/004…`, 'Ownership Transfer Process'). */
export const OwnershipTransfer = z.object({
  id,
  organizationId: id,
  from: Party,
  to: Party,
  /** Whether the former owner stays with the highest role below the owners, or leaves. */
  formerOwner: z.enum(["stays", "leaves"]),
  createdAt: instant,
  expiresAt: instant,
});
export type OwnershipTransfer = z.infer<typeof OwnershipTransfer>;

/** The same in the inbox of the person it is made to. */
export const OwnershipOffer = OwnershipTransfer.extend({ organizationName: z.string(), preset: Preset });
export type OwnershipOffer = z.infer<typeof OwnershipOffer>;
