const bareToken = /^[\w-]{6,200}$/;

/**
 * The token of an invitation link, however it was handed over: `https://server/invite#token=…`,
 * `orgdesk://invite/TOKEN`, or the token alone. Null for anything else.
 */
export function invitationTokenOf(link: string): string | null {
  const text = link.trim();
  if (bareToken.test(text)) return text;
  const url = URL.parse(text);
  if (url === null) return null;
  if (url.protocol === "orgdesk:") return url.hostname === "invite" ? checked(url.pathname.slice(1)) : null;
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  return url.pathname.endsWith("/invite") ? checked(new URLSearchParams(url.hash.slice(1)).get("token")) : null;
}

const checked = (token: string | null): string | null => (token !== null && bareToken.test(token) ? token : null);
