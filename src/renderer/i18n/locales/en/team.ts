/** Words of the feature 'team'. */
export const team = {};
