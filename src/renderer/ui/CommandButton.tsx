import { Button, type ButtonProps } from "@mantine/core";
import { createContext, useContext, type ComponentPropsWithoutRef } from "react";
import { Reason } from "./Reason.tsx";

/** Why nothing can be changed right now, such as a lost connection; null while it can. */
export const NoChanges = createContext<string | null>(null);

interface CommandButtonProps extends ButtonProps, Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> {
  /** Why it may not be pressed even with a connection. */
  readonly because?: string | null;
}

/** A button that changes something at the server: while none is reached it is disabled and says so, and what was filled in stays. */
export function CommandButton({ because = null, ...props }: CommandButtonProps) {
  return (
    <Reason because={useContext(NoChanges) ?? because}>
      <Button {...props} />
    </Reason>
  );
}
