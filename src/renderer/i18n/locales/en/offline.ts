/** Words about working without a connection. */
export const offline = {
  line: {
    offline: "Offline.",
    state: "Showing the state of {{time}}",
    stateAt: "Showing the state of {{time}}, revision {{revision}}",
  },
  file: { state: "It shows the state of {{time}}" },
  try: {
    in_one: "Trying again in {{count}} s",
    in_other: "Trying again in {{count}} s",
    now: "Trying again",
    button: "Try now",
  },
  page: { state: "As of {{time}}", stateAt: "As of {{time}}, revision {{revision}}" },
};
