import { useEffect, useMemo } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useInfiniteOperation } from "#renderer/bridge/queries.ts";
import { isOfInvitations, keepsInvitation, narrowsInvitations, type TeamFilters } from "./filters.ts";
import { inOrder, isAlphabetical } from "./merge.ts";
import { invitationsInput, membersInput } from "./reading.ts";

/** Pending invitations are for those who manage them. */
export const mayInvite = (organization: Organization): boolean =>
  hasPermission(policyFor(organization), organization.me.role, "member.invite");

/** The team as far as it has been read, in order, with its counts and the way to read on. */
export function useTeam(organization: Organization, filters: TeamFilters) {
  const { roles, status, sort } = filters;
  const invites = mayInvite(organization);
  const wantsMembers = !isOfInvitations(status);
  const wantsInvitations = invites && (status === null || isOfInvitations(status));
  const members = useInfiniteOperation("member.list", membersInput(organization.id, filters), {
    enabled: wantsMembers,
    keepPrevious: true,
  });
  const invitations = useInfiniteOperation("invitation.list", invitationsInput(organization.id, filters), {
    enabled: wantsInvitations,
    keepPrevious: true,
  });

  const invited = useMemo(() => {
    if (!wantsInvitations) return [];
    return invitations.items.filter((invitation) => keepsInvitation({ roles, status }, invitation));
  }, [wantsInvitations, invitations.items, roles, status]);
  const moreMembers = wantsMembers && members.hasMore;
  const moreInvitations = wantsInvitations && invitations.hasMore;
  const rows = useMemo(() => {
    const joined = wantsMembers ? members.items : [];
    return inOrder({ items: joined, hasMore: moreMembers }, { items: invited, hasMore: moreInvitations }, sort);
  }, [wantsMembers, members.items, moreMembers, invited, moreInvitations, sort]);

  const narrows = narrowsInvitations(filters);
  // Nor does the server order them as members are, so for either all of them are read.
  const needsAll = narrows || (sort !== null && isAlphabetical(sort));
  const { isFetchingMore, error, loadMore: moreOfInvitations } = invitations;
  // What could not be read waits for another try by the person.
  const goesOn = needsAll && moreInvitations && !isFetchingMore && error === null;
  useEffect(() => {
    if (goesOn) moreOfInvitations();
  }, [goesOn, moreOfInvitations]);

  const readsMembers = moreMembers && (sort !== null || !moreInvitations);
  return {
    rows,
    loading: (wantsMembers && members.isPending) || (wantsInvitations && invitations.isPending),
    fault: (wantsMembers ? members.error : null) ?? (wantsInvitations ? invitations.error : null),
    refetch: () => {
      if (wantsMembers) members.refetch();
      if (wantsInvitations) invitations.refetch();
    },
    hasMore: moreMembers || moreInvitations,
    loadMore: readsMembers ? members.loadMore : moreOfInvitations,
    /** How many the filters leave, also of what has not been read yet. */
    matching:
      (wantsMembers ? (members.first?.matching ?? 0) : 0) +
      (narrows ? invited.length : wantsInvitations ? (invitations.first?.matching ?? 0) : 0),
    invites,
  };
}

export type Team = ReturnType<typeof useTeam>;
