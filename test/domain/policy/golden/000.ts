/** The table of `requirements/000…`, 'Roles & Permissions', as written. */
export const table000 = `
| Action | Member | Admin | Owner |
|---|---|---|---|
| Create & edit posts | ✓ | ✓ | ✓ |
| Publish & schedule posts | ✓ | ✓ | ✓ |
| Manage assets | ✓ | ✓ | ✓ |
| Manage social accounts | — | ✓ | ✓ |
| Invite team members | — | ✓ | ✓ |
| Remove team members | — | ✓ | ✓ |
| Change billing plan | — | — | ✓ |
| Delete organization | — | — | ✓ |
`;
