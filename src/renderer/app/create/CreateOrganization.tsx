import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { paths } from "../organizations/paths.ts";
import { CreateOrganizationForm } from "./CreateOrganizationForm.tsx";
import { useCreateOrganization } from "./opening.ts";

/** The dialog that creates an organization and goes there. */
export function CreateOrganization() {
  const { t } = useTranslation("organizations");
  const navigate = useNavigate();
  const { opened, close } = useCreateOrganization();
  const done = (organization: Organization) => {
    close();
    const role = nameOfRole(policyFor(organization), organization.me.role);
    toastDone({ message: t("create.done", { name: organization.name, role }) });
    void navigate(paths.organization(organization.id));
  };
  return (
    <Dialog opened={opened} onClose={close} title={t("create.title")} size={560}>
      <CreateOrganizationForm onDone={done} onCancel={close} />
    </Dialog>
  );
}
