import type { Handlers } from "../dispatch/handlers.ts";
import { accessOf, setMemberAccess } from "../storage/queries/workspace-access.ts";
import { seenAmong } from "../storage/queries/workspaces.ts";
import { accessView, givenAccess, recorded } from "../workspaces/access.ts";
import { viewerOf } from "../workspaces/viewer.ts";
import { invalid } from "./invalid.ts";
import { factsOf, target, targetOf } from "./member-target.ts";

export const memberWorkspaceAccessHandlers = {
  "member.setWorkspaceAccess": async (context, { memberId, since, ...asked }) => {
    const { db, organization } = context;
    const member = await target(context, memberId);
    context.require({ kind: "setWorkspaceAccess", target: factsOf(member) });
    if (since !== undefined && since > organization.revision) invalid("since", "future", "This is still to come");
    const { access, slugs } = await givenAccess(context, "", asked, since ?? organization.revision);
    const holder = { kind: "member", id: member.id } as const;
    const before = await accessOf(db, organization.id, holder);
    const chosen = before.workspaceIds.length === 0 ? [] : await seenAmong(db, viewerOf(context), before.workspaceIds);
    await setMemberAccess(db, organization.id, member.id, access);
    const was = recorded(
      before,
      chosen.map(({ slug }) => slug),
    );
    return {
      events: [
        {
          target: targetOf(member),
          before: { ...was, workspacesSince: before.since },
          after: { ...recorded(access, slugs), workspacesSince: access.since },
        },
      ],
      output: () => accessView(context, holder, member.role),
      outputReads: true,
    };
  },
} satisfies Partial<Handlers>;
