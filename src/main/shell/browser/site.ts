import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Desktop } from "../../desktop/desktop.ts";
import { describeError, type Logger } from "../../logger.ts";
import type { Downloads } from "./downloads.ts";
import type { Gate } from "./guard.ts";
import { createLaunches } from "./launches.ts";
import { answerRequest, type Site } from "./requests.ts";
import { createSockets } from "./sockets.ts";

export interface BrowserSiteOptions {
  readonly desktop: Pick<Desktop, "answer" | "subscribe" | "state">;
  readonly downloads: Downloads;
  readonly rendererFolder: string;
  readonly bridgeScript: string;
  readonly logger: Logger;
  /** 0: any free one. */
  readonly port: number;
  /** Taken where any would do and it is free. */
  readonly usualPort?: number | null;
}

/** The page and its bridge on 127.0.0.1. */
export interface BrowserSite {
  readonly origin: string;
  readonly port: number;
  /** An address that opens one window, once. */
  launchUrl(): string;
  close(): Promise<void>;
}

/** @throws when the port is taken */
export async function openSite(options: BrowserSiteOptions): Promise<BrowserSite> {
  const { desktop, logger } = options;
  const launches = createLaunches();
  const server = createServer();
  const gate = (): Gate => {
    const port = portOf(server.address());
    // Cookies are not kept apart by port: the name is.
    return { host: `127.0.0.1:${port}`, cookie: `orgdesk-${port}`, holdsWindow: (secret) => launches.holds(secret) };
  };
  const site: Site = { ...options, launches, gate };
  const sockets = createSockets(desktop, gate);
  server.on("request", (request, response) => {
    answerRequest(site, request, response).catch((error: unknown) => {
      logger.error("A request of the window failed", describeError(error));
      response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  await listen(server, options);
  const origin = `http://${gate().host}`;
  return {
    origin,
    port: portOf(server.address()),
    launchUrl: () => `${origin}/launch?token=${launches.issue()}`,
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** A browser keeps scripts, and what it compiled of them, by address: at another port every start would be its first. */
async function listen(server: Server, { port, usualPort = null }: BrowserSiteOptions): Promise<void> {
  const listenOn = async (wanted: number) => await once(server.listen(wanted, "127.0.0.1"), "listening");
  if (port !== 0 || usualPort === null) await listenOn(port);
  else await listenOn(usualPort).catch(async () => await listenOn(0));
}

const portOf = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === "object" ? address.port : 0;
