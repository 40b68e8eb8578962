export type ShellChoice = { shell: "electron"; because?: undefined } | { shell: "browser"; because?: string };

export declare function chooseShell(facts: {
  browserWanted: boolean;
  platform: NodeJS.Platform;
  isRoot: boolean;
  env: Record<string, string | undefined>;
  electronProblem: () => Promise<string | undefined>;
}): Promise<ShellChoice>;

export declare function systemProblem(
  platform: NodeJS.Platform,
  isRoot: boolean,
  env: Record<string, string | undefined>,
): string | undefined;
