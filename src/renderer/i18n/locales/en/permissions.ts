/** Words of the feature 'permissions'. */
export const permissions = {};
