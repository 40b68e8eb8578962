import type { IncomingHttpHeaders } from "node:http";

/** What a request must show before it is looked at. */
export interface Gate {
  /** `127.0.0.1:PORT`: any other name that leads here is somebody else's (DNS rebinding). */
  readonly host: string;
  readonly cookie: string;
  readonly holdsWindow: (secret: string) => boolean;
}

type Verdict = "allowed" | "wrongHost" | "wrongOrigin" | "noCookie";

/** A request for a page or file: of our host, of no foreign page, and from a window that was launched by us. */
export function judgeRequest(headers: IncomingHttpHeaders, gate: Gate): Verdict {
  const reachable = judgeSource(headers, gate);
  if (reachable !== "allowed") return reachable;
  return holdsCookie(headers, gate) ? "allowed" : "noCookie";
}

/** The bridge's WebSocket: as a request, and the browser must say which page opens it. */
export function judgeSocket(headers: IncomingHttpHeaders, gate: Gate): Verdict {
  return headers.origin === undefined ? "wrongOrigin" : judgeRequest(headers, gate);
}

/** The launch address, which is opened before there is a cookie. */
export function judgeSource(headers: IncomingHttpHeaders, { host }: Gate): Verdict {
  if (headers.host !== host) return "wrongHost";
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return "wrongOrigin";
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none" ? "allowed" : "wrongOrigin";
}

function holdsCookie(headers: IncomingHttpHeaders, { cookie, holdsWindow }: Gate): boolean {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const own = pairs.filter((pair) => pair.startsWith(`${cookie}=`)).map((pair) => pair.slice(cookie.length + 1));
  return own.some((secret) => holdsWindow(secret));
}
