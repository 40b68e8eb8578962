/** Words of the feature 'frame'. */
export const frame = {};
