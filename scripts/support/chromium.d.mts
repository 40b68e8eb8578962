export declare function findChromium(
  platform?: NodeJS.Platform,
  env?: Record<string, string | undefined>,
  exists?: (path: string) => boolean,
): string | undefined;

export declare function chromiumArguments(isRoot?: boolean): string[];
