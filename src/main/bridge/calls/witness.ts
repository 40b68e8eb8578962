import { answered, failed } from "#contract/answer.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { HandlersOf } from "../handlers.ts";

const noServer = failed({ kind: "unavailable" });

export const witnessHandlers = (link: () => ServerLink | null): HandlersOf<"witness"> => ({
  "witness.status": async ({ organizationId }) => {
    const server = link();
    return server === null ? noServer : answered(await server.witness.status(organizationId));
  },
  "witness.alarms": async ({ organizationIds }) => {
    const server = link();
    return server === null ? noServer : answered({ organizationIds: await server.witness.alarmed(organizationIds) });
  },
  "witness.acknowledge": async ({ organizationId, ...given }) =>
    (await link()?.witness.acknowledge(organizationId, given)) ?? noServer,
  "witness.evidence": async ({ organizationId }) => (await link()?.witness.evidence(organizationId)) ?? noServer,
});
