/** How the organizations of a person are asked for. */
export const organizationsInput = { limit: 1000 } as const;
