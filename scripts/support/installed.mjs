/**
 * Whether what npm recorded in node_modules (`node_modules/.package-lock.json`) is what the lockfile asks for.
 * Optional packages may be absent: they are those of other platforms.
 */
export function matchesLockfile(lockfile, installed) {
  const wanted = Object.entries(lockfile.packages).filter(([path]) => path !== "");
  const has = installed.packages;
  const known = new Set(wanted.map(([path]) => path));
  return (
    wanted.every(([path, { version, optional }]) =>
      path in has ? has[path].version === version : optional === true,
    ) && Object.keys(has).every((path) => known.has(path))
  );
}
