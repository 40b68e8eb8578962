import { useLocation } from "react-router";

/** What one step leaves for the next, in the history of the window: a reload keeps it, and it holds no secret. */
export interface Left {
  /** The sign-up or reset that a code was mailed for. */
  readonly attemptId?: string;
  readonly email: string;
  readonly name: string;
  /** The password was just reset. */
  readonly reset: boolean;
}

/** Other windows and versions may have left anything. */
export function useLeft(): Left {
  const state: unknown = useLocation().state;
  const left = new Map<string, unknown>(typeof state === "object" && state !== null ? Object.entries(state) : []);
  const textOf = (key: string) => (typeof left.get(key) === "string" ? String(left.get(key)) : "");
  const attemptId = textOf("attemptId");
  return {
    ...(attemptId === "" ? {} : { attemptId }),
    email: textOf("email"),
    name: textOf("name"),
    reset: left.get("reset") === true,
  };
}
