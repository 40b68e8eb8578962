import { useTranslation } from "react-i18next";
import { Page } from "#renderer/ui/page/Page.tsx";
import { AccountTabs } from "../tabs/AccountTabs.tsx";
import { TwoFactorSection } from "../twoFactor/TwoFactorSection.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { Sessions } from "./Sessions.tsx";

/** The password, and every place where the person is signed in. */
export function SignInPage() {
  const { t } = useTranslation("settings");
  return (
    <Page title={t("account.title")} toolbar={<AccountTabs />} layout="prose">
      <PasswordForm />
      <TwoFactorSection />
      <Sessions />
    </Page>
  );
}
