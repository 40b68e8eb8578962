import { useTranslation } from "react-i18next";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { useLeavingNotice } from "#renderer/app/drafts/useLeavingNotice.ts";
import { useRefusal } from "#renderer/app/explain/useRefusal.tsx";
import { paths } from "#renderer/app/organizations/paths.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import { Form } from "#renderer/ui/form/Form.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { SaveBar } from "#renderer/ui/form/SaveBar.tsx";
import { StatusLine } from "#renderer/ui/page/StatusLine.tsx";
import { OrganizationTabs } from "../tabs/OrganizationTabs.tsx";
import { ContactFields } from "./ContactFields.tsx";
import { DangerZone } from "./DangerZone.tsx";
import { IdentityFields } from "./IdentityFields.tsx";
import { LogoField } from "./LogoField.tsx";
import { RegionFields } from "./RegionFields.tsx";
import { useDetailsForm } from "./useDetailsForm.ts";

/** Everything that an organization says about itself, and leaving it. */
export function GeneralPage() {
  const { t } = useTranslation("settings");
  const organization = useOrganization();
  const edit = useDecision(organization, { kind: "use", permission: "organization.edit" });
  const refused = useRefusal(organization)({ kind: "use", permission: "organization.edit" });
  const form = useDetailsForm(organization);
  const address = paths.section(organization.id, "settings");
  const message = t("general.kept", { name: organization.name });
  useLeavingNotice({ unsaved: form.count > 0, message, backLabel: t("general.goBack"), address });
  return (
    <Page title={t("title")} toolbar={<OrganizationTabs />} layout="prose">
      <Form
        shown={{ ...form.shown, fault: null }}
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        {edit.sentence ? <StatusLine inset>{edit.sentence}</StatusLine> : null}
        <div>
          <IdentityFields form={form} refused={refused}>
            <LogoField organization={organization} />
          </IdentityFields>
          <ContactFields form={form} refused={refused} />
          <RegionFields form={form} refused={refused} />
        </div>
        {form.count > 0 && (edit.allowed || edit.reason.code === "offline") ? (
          <SaveBar
            label={t("general.unsavedTitle")}
            text={t("general.unsaved", { count: form.count })}
            discardLabel={t("general.discard")}
            saveLabel={t("general.save")}
            pending={form.pending}
            fault={form.shown.fault}
            onDiscard={form.discard}
          />
        ) : null}
      </Form>
      <DangerZone organization={organization} />
    </Page>
  );
}
