import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useEffectEvent, useRef } from "react";
import { useDesktop } from "#renderer/bridge/desktop.ts";
import { endToasts } from "#renderer/ui/toast.tsx";
import { forgetPersonal } from "./drafts/personal.ts";
import { paths } from "./organizations/paths.ts";
import { WelcomeRoutes } from "./routes.tsx";
import { SignedInLayout } from "./SignedInLayout.tsx";
import { useGo } from "./useGo.ts";

/** No server: first run. No account: sign-in. Both: the application. */
export function Root() {
  const server = useDesktop((state) => state.server);
  const accountId = useDesktop((state) => state.account?.id);
  useTheme();
  useFreshScreen(accountId);
  return server && accountId ? <SignedInLayout key={accountId} /> : <WelcomeRoutes />;
}

function useTheme(): void {
  const theme = useDesktop((state) => state.preferences.theme);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The function is another one each time, and a call styles the whole page twice, even when nothing changes.
  const choose = useEffectEvent((wanted: typeof colorScheme) => {
    if (wanted !== colorScheme) setColorScheme(wanted);
  });
  useEffect(() => choose(theme === "system" ? "auto" : theme), [theme]);
}

/** One person's address, drafts and toasts mean nothing to the next one who signs in. */
function useFreshScreen(accountId: string | undefined): void {
  const go = useGo();
  const before = useRef(accountId);
  const last = useRef(accountId);
  useEffect(() => {
    if (before.current !== undefined && before.current !== accountId) {
      go(paths.home, { replace: true });
      endToasts();
    }
    before.current = accountId;
    // Whoever comes back goes on where they were.
    if (accountId === undefined || accountId === last.current) return;
    if (last.current !== undefined) forgetPersonal();
    last.current = accountId;
  }, [accountId, go]);
}
