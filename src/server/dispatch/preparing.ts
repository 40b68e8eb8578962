import type { OrganizationContext } from "./contexts.ts";
import type { Done } from "./handlers.ts";

type Run<Input, Output> = (context: OrganizationContext, input: Input) => Promise<Done<Output>>;

/** A command with a costly part that needs no database: it is done before the organization is locked. */
export interface PreparingHandler<Input, Output> extends Run<Input, Output> {
  /** The command with that part done for this input. */
  readonly prepare: (input: Input) => Promise<Run<Input, Output>>;
}

/** `made` is null in a preview, which goes without: everybody's commands would wait for it. */
export function preparing<Input, Made, Output>(
  make: (input: Input) => Promise<Made>,
  run: (context: OrganizationContext, made: Made | null) => Promise<Done<Output>>,
): PreparingHandler<Input, Output> {
  const prepare = async (given: Input): Promise<Run<Input, Output>> => {
    const made = await make(given);
    return (context) => run(context, made);
  };
  return Object.assign(async (context: OrganizationContext) => run(context, null), { prepare });
}
