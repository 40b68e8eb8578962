/** Words of choosing a password, wherever one is chosen. */
export const account = {
  password: {
    rule: "At least 12 characters. A few unrelated words are best.",
    weak: "Weak: easy to guess",
    fair: "Fair: more length makes it strong",
    strong: "Strong",
    problem: {
      tooShort: "Use at least {{count, number}} characters.",
      tooLong: "Use at most 256 characters.",
      common: "This is among the first passwords to be guessed.",
      containsEmail: "Use more than your e-mail address.",
      containsName: "Use more than your name.",
    },
  },
};
