import { answered, failed } from "#contract/answer.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { AuditExports } from "../../exports/audit-exports.ts";
import type { HandlersOf } from "../handlers.ts";

interface Parts {
  readonly link: () => ServerLink | null;
  readonly exports: AuditExports;
}

export const auditExportHandlers = ({ link, exports }: Parts): HandlersOf<"auditExport"> => ({
  "auditExport.start": async (wish) => {
    const server = link();
    return server === null ? failed({ kind: "unavailable" }) : await exports.start(server.openLog, wish);
  },
  "auditExport.cancel": async ({ exportId }) => answered({ cancelled: exports.cancel(exportId) }),
});
