/** The table of `requirements/002…`, 'Roles and Permissions', as written. */
export const table002 = `
| Capability | Owner | Viewer |
|---|---|---|
| View agents, connections, reports | Yes | Yes |
| Chat with agents | Yes | Yes |
| Run investigations | Yes | Yes |
| Chat with report results | Yes | Yes |
| Pin items to the sidebar | Yes | Yes |
| Create or edit agents | Yes | No |
| Create or edit connections | Yes | No |
| Create or modify reports | Yes | No |
| Trigger report runs | Yes | No |
| Manage schedules | Yes | No |
| Upload knowledge files | Yes | No |
| Manage billing | Yes | No |
| Invite or remove team members | Yes | No |
| Rename the organization | Yes | No |
`;
