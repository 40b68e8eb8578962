/**
 * The mails of an organization that a member can turn off for themselves (`requirements/004…`, 'Notification
 * preferences'). Those about ownership, deletion and the account's security are none of these: they always come.
 */
export const notificationKinds = ["roleChange", "accessEnd", "joining", "seatWaiting", "welcome"] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Whether a mail of this kind goes to somebody who turned these off. */
export function wants(muted: readonly string[], kind: NotificationKind): boolean {
  return !muted.includes(kind);
}
