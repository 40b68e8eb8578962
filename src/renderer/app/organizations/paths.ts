/** Addresses of the application; every link is made here. */
export const paths = {
  organization: (organizationId: string) => `/o/${organizationId}`,
  section: (organizationId: string, section: string) => `/o/${organizationId}/${section}`,
  /** The team, narrowed to some of it. */
  team: (organizationId: string, narrowed: { status?: "members" | "pending"; roles?: readonly string[] } = {}) => {
    const params = new URLSearchParams((narrowed.roles ?? []).map((role) => ["role", role]));
    if (narrowed.status) params.set("status", narrowed.status);
    return `/o/${organizationId}/team${params.size > 0 ? `?${params}` : ""}`;
  },
  /** A person's drawer in the team. */
  member: (organizationId: string, memberId: string) => `/o/${organizationId}/team/${memberId}`,
  /** The team with the invite dialog open. */
  invite: (organizationId: string) => `/o/${organizationId}/team?invite`,
  /** A workspace's drawer. */
  workspace: (organizationId: string, workspaceId: string) => `/o/${organizationId}/workspaces/${workspaceId}`,
  /** The workspaces with the dialog that creates one. */
  createWorkspace: (organizationId: string) => `/o/${organizationId}/workspaces?create`,
  /** The permissions with the search for a person open. */
  lookUpPerson: (organizationId: string) => `/o/${organizationId}/permissions?person=`,
  /** The audit log, which is verified at once. */
  verifyAuditLog: (organizationId: string) => `/o/${organizationId}/audit?verify`,
  /** An event's drawer in the audit log. */
  auditEvent: (organizationId: string, revision: number) => `/o/${organizationId}/audit/${revision}`,
  /** Every organization of the person. */
  organizations: "/organizations",
  /** Everybody over all organizations. */
  people: "/people",
  /** The people of some organizations. */
  peopleOf: (organizationIds: readonly string[]) =>
    `/people?${new URLSearchParams(organizationIds.map((id) => ["organization", id]))}`,
  plans: "/people/plans",
  /** Where a plan is made for the people chosen. */
  newPlan: "/people/plans/new",
  plan: (planId: string) => `/people/plans/${planId}`,
  reviews: "/reviews",
  /** The reviews with the dialog that starts one, about one organization where it is named. */
  startReview: (organizationId?: string) => `/reviews?start${organizationId ? `=${organizationId}` : ""}`,
  review: (reviewId: string) => `/reviews/${reviewId}`,
  /** The reviews of everybody, one with its organization and id. */
  allReviews: "/reviews/all",
  reviewOf: (organizationId: string, reviewId: string) => `/reviews/all/${organizationId}/${reviewId}`,
  reviewSchedules: "/reviews/schedules",
  /** Who can do something, over all organizations. */
  whoCan: "/who-can",
  inbox: "/inbox",
  account: "/account",
  offlineData: "/account/offline",
  /** What is left of organizations that the person owned. */
  deleted: "/account/deleted",
  home: "/",
} as const;
