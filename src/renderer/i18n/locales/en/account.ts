/** Words of the feature 'account'. */
export const account = {};
