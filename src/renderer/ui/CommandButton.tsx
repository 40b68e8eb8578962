import { Button, type ButtonProps } from "@mantine/core";
import { createContext, useContext, type ComponentPropsWithoutRef } from "react";
import { Reason } from "./Reason.tsx";

/** Why nothing can be changed right now, such as a lost connection; null while it can. */
export const NoChanges = createContext<string | null>(null);

type CommandButtonProps = ButtonProps & Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps>;

/** A button that changes something at the server: while none is reached it is disabled and says so, and what was filled in stays. */
export function CommandButton(props: CommandButtonProps) {
  return (
    <Reason because={useContext(NoChanges)}>
      <Button {...props} />
    </Reason>
  );
}
