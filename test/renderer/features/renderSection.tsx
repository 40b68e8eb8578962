import { screen } from "@testing-library/react";
import { Suspense } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { OrganizationScope } from "#renderer/app/organizations/OrganizationScope.tsx";
import { SectionPage } from "#renderer/app/SectionPage.tsx";
import type { FakeBridge } from "#test/support/fakeBridge.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

function Address() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <p data-testid="address">{pathname + search}</p>
      <button type="button" onClick={() => void navigate(-1)}>
        Back in history
      </button>
    </>
  );
}

/** Renders a section of an organization at its address, guarded as in the application. */
export async function renderSection(organization: Organization, bridge: FakeBridge, rest: string) {
  const page = (
    <OrganizationScope organization={organization}>
      <Suspense>
        <SectionPage />
      </Suspense>
      <Address />
    </OrganizationScope>
  );
  return await renderWithBridge(page, bridge, { at: `/o/${organization.id}/${rest}` });
}

/** Where the person is now, below the organization. */
export const address = (): string => (screen.getByTestId("address").textContent ?? "").replace(/^\/o\/[^/]+\//, "");
