/** Words of the feature 'organizations'. */
export const organizations = {};
