import { Anchor } from "@mantine/core";
import { Link } from "react-router";

interface LinkToProps {
  readonly to: string;
  readonly children: string;
  /** What the next screen may fill in. */
  readonly state?: { readonly email: string; readonly name?: string };
}

/** A link between the steps before the sign-in. */
export function LinkTo({ to, state, children }: LinkToProps) {
  return (
    <Anchor component={Link} to={to} state={state} size="sm" c="var(--od-accent)">
      {children}
    </Anchor>
  );
}
