import type { OrganizationName } from "#contract/operations.ts";
import type { Cases } from "./case.ts";

export const workspaceCases: Cases<Extract<OrganizationName, `workspace.${string}`>> = {
  "workspace.list": { input: ({ organizationId }) => ({ organizationId, search: "acme" }) },
  "workspace.get": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.active }),
  },
  "workspace.listPeople": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.active }),
  },
  "workspace.create": { input: ({ organizationId }) => ({ organizationId, name: "Globex" }) },
  "workspace.update": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.active, name: "Globex" }),
  },
  "workspace.suspend": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.active, reason: "Unpaid" }),
  },
  "workspace.reactivate": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.suspended }),
  },
  "workspace.archive": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.active }),
  },
  "workspace.restore": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.archived }),
  },
  "workspace.delete": {
    input: ({ organizationId, workspaces }) => ({ organizationId, workspaceId: workspaces.active }),
  },
};
