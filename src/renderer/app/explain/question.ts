import type { ActQuestion } from "#contract/entities/explanation.ts";
import type { RoleShape } from "#domain/policy/customRole.ts";
import type { Act } from "#domain/policy/decision.ts";

/** The act as the server is asked about it, which reads for itself whom it concerns. */
export function questionOf(act: Act): ActQuestion {
  switch (act.kind) {
    case "changeRole":
    case "requestRole":
      return { kind: act.kind, targetId: act.target.memberId, to: act.to };
    case "setAccessUntil":
      return { kind: act.kind, targetId: act.target.memberId, ends: act.ends };
    case "remove":
    case "deactivate":
    case "reactivate":
    case "reinstate":
    case "setWorkspaceAccess":
    case "editDetails":
    case "keepNotes":
    case "transfer":
      return { kind: act.kind, targetId: act.target.memberId };
    case "createRole":
      return { kind: act.kind, shape: shapeOf(act.shape) };
    case "editRole":
      return { kind: act.kind, role: act.role, shape: shapeOf(act.shape) };
    case "leave":
      return { kind: act.kind };
    case "use":
    case "invite":
    case "answerRequest":
    case "deleteRole":
    case "setRules":
    case "restore":
    case "takeOver":
      break;
  }
  return act;
}

/** A custom role carries more than its shape, and lists that could not change. */
const shapeOf = ({ rank, permissions }: RoleShape) => ({ rank, permissions: [...permissions] });
