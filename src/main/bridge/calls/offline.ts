import { answered, failed } from "#contract/answer.ts";
import type { ServerLink } from "../../desktop/server-link.ts";
import type { HandlersOf } from "../handlers.ts";

const noServer = failed({ kind: "unavailable" });

export const offlineHandlers = (link: () => ServerLink | null): HandlersOf<"offline"> => ({
  "offline.get": async () => {
    const server = link();
    return server === null ? noServer : answered(await server.offline.data());
  },
  "offline.choose": async (choice) => {
    const server = link();
    return server === null ? noServer : answered(await server.offline.choose(choice));
  },
  "offline.tryAgain": async () => {
    const server = link();
    return server === null ? noServer : answered(await server.offline.tryAgain());
  },
  "offline.remove": async () => {
    const server = link();
    return server === null ? noServer : answered(await server.offline.remove());
  },
});
