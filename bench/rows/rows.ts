import { auditPages } from "./audit-page.ts";
import { chainVerification } from "./chain.ts";
import { decisions } from "./decision.ts";
import { invitations } from "./invite.ts";
import { memberPages } from "./member-page.ts";
import { permissionCheck } from "./permission-check.ts";
import { plans } from "./plan.ts";
import { previews } from "./preview.ts";
import { revocation } from "./revocation.ts";
import type { Row } from "./row.ts";
import { serverStart } from "./server-start.ts";
import { sessionCheck } from "./session-check.ts";
import { start } from "./start.ts";
import { switches } from "./switch.ts";
import { teamTable } from "./team-table.ts";

/** Every measurement by the name that `--only` takes. */
export const rows: Readonly<Record<string, Row>> = {
  "session-check": sessionCheck,
  "member-page": memberPages,
  "permission-check": permissionCheck,
  decision: decisions,
  invite: invitations,
  "audit-page": auditPages,
  chain: chainVerification,
  "server-start": serverStart,
  revocation,
  plan: plans,
  preview: previews,
  switch: switches,
  start,
  "team-table": teamTable,
};
