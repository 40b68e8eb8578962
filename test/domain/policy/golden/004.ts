/** The 'Permission Matrix' of `requirements/004…`; its one-cell-a-line layout set as rows, headings as rows of one cell. */
export const table004 = `
| Action | Owner | Admin | Member |
|---|---|---|---|
| Organization Management |
| View organization settings | ✅ | ✅ | ✅ |
| Edit organization settings | ✅ | ✅ | ❌ |
| Delete organization | ✅ | ❌ | ❌ |
| Team Management |
| View team members | ✅ | ✅ | ✅ |
| Invite team members | ✅ | ✅ | ❌ |
| Remove team members | ✅ | ✅ | ❌ |
| Assign roles | ✅ | ✅* | ❌ |
| Brand Management |
| View all brands | ✅ | ✅ | ❌** |
| Create/edit brands | ✅ | ✅ | ❌ |
| Delete brands | ✅ | ✅ | ❌ |
| Billing & Subscription |
| View billing information | ✅ | ❌ | ❌ |
| Manage subscription | ✅ | ❌ | ❌ |
| View usage reports | ✅ | ✅ | ❌ |
`;

/** The two footnotes below the matrix, by their mark. */
export const footnotes004: Readonly<Record<string, string>> = {
  "*": "Admins can only assign Member roles",
  "**": "Members can only view brands they're assigned to",
};
