import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { Loading } from "#renderer/ui/page/Loading.tsx";
import { Page } from "#renderer/ui/page/Page.tsx";
import { newRole } from "./editor/draft.ts";
import { NewRole } from "./editor/NewRole.tsx";
import { RoleEditorView } from "./editor/RoleEditorView.tsx";
import { PersonLookUp } from "./PersonLookUp.tsx";
import { PersonView } from "./PersonView.tsx";
import { PresetNote } from "./PresetNote.tsx";
import { RolesView } from "./RolesView.tsx";
import { useView } from "./view.ts";

/** Who may do what here, in the wording of the preset; and what one person may do. */
export function PermissionsPage() {
  const { t } = useTranslation("permissions");
  const organization = useOrganization();
  const { view, change } = useView();
  const [edited, setEdited] = useState(false);
  if (view.edit !== null && !edited) setEdited(true);
  const { data, error, refetch } = useOperation("permission.matrix", { organizationId: organization.id });
  const lookUp = (
    <PersonLookUp
      key={organization.id}
      organization={organization}
      person={view.person}
      onPick={(person) => change({ person, compare: null }, false)}
    />
  );
  const shared = { organization, view, onChange: change };
  return (
    <Page
      title={t("title")}
      primary={
        view.edit === null ? (
          <>
            {lookUp}
            <NewRole organization={organization} returning={edited} onNew={() => change({ edit: newRole }, false)} />
          </>
        ) : null
      }
      description={data ? <PresetNote organization={organization} matrix={data} /> : null}
    >
      {data && view.edit !== null ? (
        <RoleEditorView
          key={view.edit}
          organization={organization}
          matrix={data}
          edit={view.edit}
          onClose={() => change({ edit: null })}
        />
      ) : null}
      {data && view.edit === null && view.person ? (
        <PersonView {...shared} matrix={data} memberId={view.person} />
      ) : null}
      {data && view.edit === null && !view.person ? <RolesView {...shared} matrix={data} /> : null}
      {!data && error ? <ErrorState fault={error} onRetry={refetch} /> : null}
      {data || error ? null : <Loading page="content" lines={14} />}
    </Page>
  );
}
