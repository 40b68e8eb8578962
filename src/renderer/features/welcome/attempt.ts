import { useLocation } from "react-router";
import { z } from "zod";

/** What one step leaves for the next, in the history of the window: a reload keeps it, and it holds no secret. */
const Left = z.object({
  /** The sign-up or reset that a code was mailed for. */
  attemptId: z.uuid().optional(),
  email: z.string().default(""),
  name: z.string().default(""),
  /** The password was just reset. */
  reset: z.boolean().default(false),
});
export type Left = z.infer<typeof Left>;

const nothing: Left = { email: "", name: "", reset: false };

export function useLeft(): Left {
  const left = Left.safeParse(useLocation().state);
  return left.success ? left.data : nothing;
}
