/** Words of an organization's security log. */
export const settingsSecurity = {
  empty: "Nothing has happened yet.",
  more: "Show more",
  nobody: "Somebody",
  wanted: "Wanted to {{act}}.",
  named: {
    account: {
      created: "{{name}} created the account",
      passwordChanged: "{{name}} changed the password",
      passwordReset: "{{name}} reset the password",
      updated: "{{name}} changed their profile",
    },
    session: {
      signedIn: "{{name}} signed in",
      signInFailed: "A sign-in as {{name}} failed",
      secondStepFailed: "A code for the sign-in of {{name}} was wrong",
      signedOut: "{{name}} signed out",
      revoked: "{{name}} ended another session",
      revokedAll: "{{name}} signed out everywhere",
      tokenReused: "A spent sign-in of {{name}} was used again; the session was ended",
    },
    twoFactor: {
      begun: "{{name}} began to set up two-factor authentication",
      turnedOn: "{{name}} turned two-factor authentication on",
      turnedOff: "{{name}} turned two-factor authentication off",
      recoveryCodeUsed: "{{name}} used a recovery code",
      recoveryCodesRenewed: "{{name}} made new recovery codes",
    },
    command: { refused: "{{name}} was refused" },
  },
  own: {
    account: {
      created: "You created your account",
      passwordChanged: "You changed your password",
      passwordReset: "You reset your password",
      updated: "You changed your profile",
    },
    session: {
      signedIn: "You signed in",
      signInFailed: "A sign-in failed",
      secondStepFailed: "Your password was right, but the code was wrong",
      signedOut: "You signed out",
      revoked: "You ended another session",
      revokedAll: "You signed out everywhere",
      tokenReused: "A spent sign-in was used again; the session was ended",
    },
    twoFactor: {
      begun: "You began to set up two-factor authentication",
      turnedOn: "You turned two-factor authentication on",
      turnedOff: "You turned two-factor authentication off",
      recoveryCodeUsed: "You used a recovery code",
      recoveryCodesRenewed: "You made new recovery codes",
    },
    command: { refused: "You were refused" },
  },
};
