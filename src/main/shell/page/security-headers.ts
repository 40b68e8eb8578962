import { createHash } from "node:crypto";

// Mantine writes its theme into style elements, hence inline styles; scripts come from the application alone.
const contentPolicy = (inlineScripts: readonly string[]) =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts.map((script) => `'sha256-${digest(script)}'`)].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const digest = (script: string): string => createHash("sha256").update(script).digest("base64");

/** Headers of everything that either shell serves to its window. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentPolicy([]),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Headers of the page as it is sent: of scripts within it, those run that were written into it before, and no other. */
export function pageHeaders(html: string): Readonly<Record<string, string>> {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = ""]) => script);
  return { ...securityHeaders, "Content-Security-Policy": contentPolicy(scripts) };
}
