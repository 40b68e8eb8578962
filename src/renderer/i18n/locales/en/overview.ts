/** Words of the feature 'overview'. */
export const overview = {};
