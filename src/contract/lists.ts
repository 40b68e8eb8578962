/** Closed lists of words that schemas and screens share; a page takes them from here without any schema. */

/** Columns that the server orders members by. */
export const memberSorts = ["name", "email", "role", "joinedAt", "lastSeenAt"] as const;

/** Columns that the server orders workspaces by. */
export const workspaceSorts = ["name", "createdAt"] as const;

/** Columns that the server orders the people of all organizations by. */
export const peopleSorts = ["name", "email", "lastSeenAt", "organizations"] as const;

/** Most pairs of a person and an organization in one plan. */
export const mostPlanned = 5_000;

export const planActs = ["invite", "reinstate", "changeRole", "remove", "deactivate"] as const;

/** `waiting`: its turn has not come. `nothing`: it was so already. `cancelled`: the plan was stopped before it. */
export const planStates = ["waiting", "done", "nothing", "failed", "cancelled"] as const;

/** `requirements/004…`, 'Organization Types'. */
export const organizationTypes = ["company", "agency", "startup", "enterprise", "personal", "nonProfit"] as const;

export const organizationSizes = ["1", "2-10", "11-50", "51-200", "201-1000", "1001+"] as const;

export const dateFormats = ["iso", "dayMonthYear", "monthDayYear"] as const;

/** How the hours of a day are counted; `language`: as the organization's language does. */
export const timeFormats = ["language", "h23", "h12"] as const;

/** `requirements/004…`, 'Regional compliance settings' and 'Compliance framework alignment (GDPR, CCPA, etc.)'. */
export const privacyLaws = ["none", "gdpr", "ukGdpr", "ccpa", "lgpd", "pipeda", "appi"] as const;
