import { MantineProvider, type MantineColorScheme } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { Tips } from "#renderer/ui/Tips.tsx";
import { theme } from "./theme.ts";

interface ThemeProviderProps {
  /** `auto` follows the system. */
  readonly colorScheme?: MantineColorScheme;
  /** `test` leaves out transitions and portals' delays. */
  readonly env?: "default" | "test";
  readonly children: ReactNode;
}

/** Theme, tips and toasts around the whole application. */
export function ThemeProvider({ colorScheme = "auto", env = "default", children }: ThemeProviderProps) {
  return (
    <MantineProvider theme={theme} defaultColorScheme={colorScheme} env={env}>
      {children}
      <Tips />
      <Notifications position="bottom-left" limit={4} transitionDuration={env === "test" ? 0 : 120} />
    </MantineProvider>
  );
}
