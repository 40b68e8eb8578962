import { useState } from "react";

/** Whether something was so at least once: what is loaded when it is first opened stays, and leaves the screen as it came. */
export function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
