/**
 * Which shell opens, and why it is the browser's where it is. Reasons are ordered from the person's own wish
 * to what costs a download to find out, so `electronProblem` is asked last.
 *
 * @returns {Promise<{ shell: "electron" } | { shell: "browser", because?: string }>}
 */
export async function chooseShell({ browserWanted, platform, isRoot, env, electronProblem }) {
  if (browserWanted) return { shell: "browser" };
  const because = systemProblem(platform, isRoot, env) ?? (await electronProblem());
  return because === undefined ? { shell: "electron" } : { shell: "browser", because };
}

/** Why Electron cannot run on this system at all, as far as the system itself tells. */
export function systemProblem(platform, isRoot, env) {
  if (platform !== "linux") return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return "this system has no display";
  // Chromium's sandbox refuses root, and Orgdesk never runs its window without the sandbox.
  if (isRoot) return "Electron's sandbox does not run as root";
  return undefined;
}
