import type { ActQuestion } from "#contract/entities/explanation.ts";
import type { Act } from "#domain/policy/decision.ts";

/** The act as the server is asked about it, which reads for itself whom it concerns; null for those it is not asked. */
export function questionOf(act: Act): ActQuestion | null {
  switch (act.kind) {
    case "use":
      return { kind: "use", permission: act.permission };
    case "invite":
      return { kind: "invite", role: act.role };
    case "changeRole":
      return { kind: "changeRole", targetId: act.target.memberId, to: act.to };
    case "remove":
    case "deactivate":
    case "reactivate":
    case "reinstate":
    case "setWorkspaceAccess":
    case "transfer":
      return { kind: act.kind, targetId: act.target.memberId };
    case "setRules":
    case "restore":
    case "leave":
      return { kind: act.kind };
    case "answerRequest":
    case "createRole":
    case "deleteRole":
    case "editDetails":
    case "editRole":
    case "keepNotes":
    case "requestRole":
    case "setAccessUntil":
    case "takeOver":
      break;
  }
  return null;
}
