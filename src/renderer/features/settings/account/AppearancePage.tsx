import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Preferences } from "#contract/desktop.ts";
import { usePreferences } from "#renderer/bridge/preferences.ts";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { AccountTabs } from "../tabs/AccountTabs.tsx";

const themes = ["system", "light", "dark"] as const satisfies readonly Preferences["theme"][];
const densities = ["comfortable", "compact"] as const satisfies readonly Preferences["density"][];

/** How the application looks on this machine; every choice holds at once. */
export function AppearancePage() {
  const { t } = useTranslation("settings");
  const [{ theme, density }, save] = usePreferences();
  return (
    <Page title={t("account.title")} toolbar={<AccountTabs />} layout="prose">
      <FormSection description={t("appearance.text")}>
        <FieldRow title={t("appearance.theme.title")} description={t("appearance.theme.text")}>
          <SegmentedControl
            aria-label={t("appearance.theme.title")}
            data={themes.map((value) => ({ value, label: t(`appearance.theme.${value}`) }))}
            value={theme}
            onChange={(value) => save({ theme: value })}
          />
        </FieldRow>
        <FieldRow title={t("appearance.density.title")} description={t("appearance.density.text")}>
          <SegmentedControl
            aria-label={t("appearance.density.title")}
            data={densities.map((value) => ({ value, label: t(`appearance.density.${value}`) }))}
            value={density}
            onChange={(value) => save({ density: value })}
          />
        </FieldRow>
      </FormSection>
    </Page>
  );
}
