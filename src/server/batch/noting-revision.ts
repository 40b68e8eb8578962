import type { CommandHandler } from "../dispatch/perform.ts";

/** The handler, and the revision that its events reached. */
export function notingRevision(handler: CommandHandler): { handler: CommandHandler; revision: () => number | null } {
  let reached: number | null = null;
  return {
    handler: async (context, input) => {
      const done = await handler(context, input);
      return {
        ...done,
        output: (revision) => {
          reached = revision;
          return done.output(revision);
        },
      };
    },
    revision: () => reached,
  };
}
