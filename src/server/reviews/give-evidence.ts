import type { Input } from "#contract/operations.ts";
import { Readable } from "node:stream";
import { authenticated } from "../dispatch/authenticated.ts";
import type { OrganizationStreamContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import type { StreamReply } from "../dispatch/handlers.ts";
import { evidenceOf } from "../storage/queries/reviews.ts";
import { withConnection } from "../storage/scope.ts";
import { requireSeeing } from "./mine.ts";
import { signedPdf } from "./pdf/signed-pdf.ts";

/** Gives the signed evidence of a finished review: the file as it was signed, or a PDF made of it. */
export async function giveEvidence(
  context: OrganizationStreamContext,
  { reviewId, format }: Input<"review.evidence">,
): Promise<StreamReply> {
  const { services, caller, organization } = context;
  requireSeeing(context);
  const stored = await withConnection(services.pools, async ({ client, db }) => {
    await authenticated(client, caller, organization.id);
    return evidenceOf(db, organization.id, reviewId);
  });
  const file = found(stored, "evidence");
  const pdf = format === "pdf";
  return {
    headers: {
      "content-type": pdf ? "application/pdf" : "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="access-review-${reviewId}.${format}"`,
    },
    body: Readable.from([pdf ? await signedPdf(file, services.signingKey.key) : Buffer.from(file)]),
  };
}
