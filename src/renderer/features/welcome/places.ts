/** Addresses before the sign-in. */
export const places = {
  signIn: "/sign-in",
  signUp: "/sign-up",
  verify: "/sign-up/code",
  reset: "/reset",
  newPassword: "/reset/code",
  invitation: "/invitation",
} as const;
