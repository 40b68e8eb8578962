/** Scheme and origin of the application's own page: the only one that a window ever shows. */
export const pageScheme = "app";
export const pageOrigin = `${pageScheme}://orgdesk`;
export const pageUrl = `${pageOrigin}/`;

/** Whether an address is part of the application's own page. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${pageScheme}:` &&
    url.host === "orgdesk" &&
    url.username === "" &&
    url.port === ""
  );
}

/** Whether a window may load an address at all: its page, and what the page makes itself. */
export const mayLoad = (address: string): boolean => isOwnPage(address) || /^(?:data|blob|devtools):/.test(address);
