/** Words of the feature 'invitations'. */
export const invitations = {};
