/** Words of the feature 'settings'. */
export const settings = {};
