import { answered, failed, type Answer } from "#contract/answer.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The origin of a server's address as a person typed it. Without encryption only this computer is accepted. */
export function checkServerUrl(typed: string): Answer<string> {
  const text = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.username !== "" || url.password !== "")
    return refused("notAnAddress", "This is not a server's address");
  if (url.protocol === "http:" && !loopback.has(url.hostname)) {
    return refused("notEncrypted", "Use https:// for a server that is not on this computer");
  }
  return answered(url.origin);
}

const refused = (code: string, message: string) =>
  failed({ kind: "invalid", issues: [{ path: "url", code, message }] });
