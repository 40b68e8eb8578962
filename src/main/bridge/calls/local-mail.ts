import { answered } from "#contract/answer.ts";
import { readMailbox } from "../../embedded/mailbox.ts";
import type { HandlersOf } from "../handlers.ts";

export const localMailHandlers = (folder: () => string | null): HandlersOf<"localMail"> => ({
  "localMail.list": async () => {
    const from = folder();
    return answered({ items: from === null ? [] : await readMailbox(from) });
  },
});
