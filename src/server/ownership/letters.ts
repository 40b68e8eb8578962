import type { Db } from "../storage/database.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import type { TransferRow } from "../storage/queries/ownership-transfers.ts";

/** Both sides of an offer as addressees. */
export const partiesOf = (row: TransferRow) => ({
  from: { to: row.from_email, name: row.from_name },
  to: { to: row.to_email, name: row.to_name },
});

/** Tells one side that an offer ended without a transfer. */
export async function mailEnded(
  db: Db,
  organizationName: string,
  row: TransferRow,
  how: "declined" | "cancelled" | "expired",
): Promise<void> {
  const { from, to } = partiesOf(row);
  const addressee = how === "cancelled" ? to : from;
  await enqueueLetter(db, { letter: "ownershipOfferEnded", ...addressee, organizationName, toName: row.to_name, how });
}

/** Tells both sides that the organization changed hands. */
export async function mailTransferred(db: Db, organizationName: string, row: TransferRow): Promise<void> {
  const { from, to } = partiesOf(row);
  const facts = { organizationName, fromName: row.from_name, toName: row.to_name };
  for (const side of [from, to]) await enqueueLetter(db, { letter: "ownershipTransferred", ...side, ...facts });
}
