import { z } from "zod";
import { Account } from "./entities/account.ts";
import { ReceivedInvitation } from "./entities/invitation.ts";
import { Logo } from "./entities/logo.ts";
import { OfflineChoice, OfflineData } from "./entities/offline.ts";
import { WitnessEvidence, WitnessStatus } from "./entities/witness.ts";
import { VersionGap } from "./fault.ts";
import { FeedEvent } from "./feed.ts";
import { reviewCalls } from "./reviewCalls.ts";
import { emailInput, id, instant, line } from "./scalars.ts";
import { auditFilters } from "./operations/auditEvents.ts";

/** What the desktop remembers on this machine. */
export const Preferences = z.object({
  theme: z.enum(["system", "light", "dark"]),
  density: z.enum(["comfortable", "compact"]),
  sidebar: z.enum(["open", "icons"]),
  lastOrganizationId: id.nullable(),
  /** Columns hidden by the person, by table. */
  hiddenColumns: z.record(z.string(), z.array(z.string())),
});
export type Preferences = z.infer<typeof Preferences>;

/** The server that the desktop talks to. `local`: embedded, on this computer; `sample`: the same with invented data. */
export const ServerChoice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("local") }),
  z.object({ kind: z.literal("sample") }),
  z.object({ kind: z.literal("remote"), url: z.url({ protocol: /^https?$/ }).max(300) }),
]);
export type ServerChoice = z.infer<typeof ServerChoice>;

/** Whether a server of ours answers at an address, and its version where it does. */
export const ServerHealth = z.object({ healthy: z.boolean(), version: z.string().nullable() });

/** `connecting` also stands for the start of the server on this computer. */
export const Connection = z.enum(["online", "offline", "connecting"]);
export type Connection = z.infer<typeof Connection>;

/** All that the renderer must know to draw its first screen. Holds no secret. */
export const DesktopState = z.object({
  shell: z.enum(["electron", "browser"]),
  platform: z.enum(["linux", "mac", "windows"]),
  version: z.string(),
  server: ServerChoice.nullable(),
  account: Account.nullable(),
  /** The server ended the last sign-in, and nobody signed in or out since. */
  sessionEnded: z.boolean(),
  connection: Connection,
  /** When a server that does not answer is asked again; null while it is being asked, and while it answers. */
  nextTry: instant.nullable(),
  /** Set once something failed because the server and this desktop are of different versions. */
  versionGap: VersionGap.nullable(),
  preferences: Preferences,
  /** `unneeded`: the system's keychain protects what is kept. `none`: it is in memory. `locked`: it waits to be unlocked. */
  passphrase: z.enum(["unneeded", "none", "locked", "open"]),
  /** An invitation link that was opened and waits for an answer. */
  openedInvitation: ReceivedInvitation.nullable(),
  /** A sign-in whose password was right and whose one-time code is awaited until then. */
  secondStep: z.object({ expiresAt: instant }).nullable(),
});
export type DesktopState = z.infer<typeof DesktopState>;

/** A mail that the server on this computer has written instead of sending. */
export const LocalMail = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: instant });
export type LocalMail = z.infer<typeof LocalMail>;

const nothing = z.strictObject({});
const call = <In extends z.ZodObject, Out extends z.ZodType>(input: In, output: Out) => ({ input, output });

/** Calls that the desktop's main process answers itself: sign-in, servers, preferences, files. */
export const desktopCalls = {
  "desktop.state": call(nothing, DesktopState),
  "desktop.savePreferences": call(Preferences.partial().strict(), Preferences),
  "server.choose": call(z.strictObject({ choice: ServerChoice }), DesktopState),
  /** Forget the choice and show the first-run screen again; signs out. */
  "server.leave": call(nothing, DesktopState),
  /** Asks a server that does not answer again at once. */
  "server.tryNow": call(nothing, DesktopState),
  "server.probe": call(z.strictObject({ url: z.string().max(300) }), ServerHealth),
  "session.signUp": call(
    z.strictObject({ email: emailInput, name: line(100), password: z.string().min(1).max(256) }),
    z.object({ signUpId: id }),
  ),
  "session.verify": call(z.strictObject({ signUpId: id, code: z.string() }), DesktopState),
  "session.signIn": call(z.strictObject({ email: emailInput, password: z.string().min(1).max(256) }), DesktopState),
  /** With a one-time code or a recovery code, while `secondStep` waits for one. */
  "session.completeSignIn": call(z.strictObject({ code: z.string().trim().min(1).max(40) }), DesktopState),
  /** Back to the password. */
  "session.abandonSignIn": call(nothing, DesktopState),
  "session.signOut": call(z.strictObject({ everywhere: z.boolean() }), DesktopState),
  /** Takes an invitation link or its token, pasted or from a deep link; the token stays in the main process. */
  "invitation.open": call(z.strictObject({ link: z.string().min(6).max(2000) }), ReceivedInvitation),
  /** The logo of the organization that the opened link is from. */
  "invitation.openedLogo": call(z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }), Logo),
  "invitation.acceptOpened": call(nothing, z.object({ organizationId: id, waitingForSeat: z.boolean() })),
  "invitation.dismissOpened": call(nothing, DesktopState),
  "auditExport.start": call(
    z.strictObject({ organizationId: id, ...auditFilters, format: z.enum(["csv", "json"]) }),
    z.object({
      exportId: id,
      /** Without a connection: the moment at which the file ends, and it begins no earlier than what is kept. */
      moment: z.object({ asOf: instant, revision: z.int(), begins: instant.nullable() }).nullable(),
    }),
  ),
  "auditExport.cancel": call(z.strictObject({ exportId: id }), z.object({ cancelled: z.boolean() })),
  /** What this desktop has verified of an organization's audit log itself. */
  "witness.status": call(z.strictObject({ organizationId: id }), WitnessStatus),
  /** Of the organizations asked about, those about whose audit log an alarm stands. */
  "witness.alarms": call(
    z.strictObject({ organizationIds: z.array(id).max(10_000) }),
    z.object({ organizationIds: z.array(id) }),
  ),
  /** Answers for the alarm that stands; the reason is kept with it on this computer. */
  "witness.acknowledge": call(
    z.strictObject({ organizationId: id, alarmId: z.uuid(), reason: line(500) }),
    WitnessStatus,
  ),
  "witness.evidence": call(z.strictObject({ organizationId: id }), WitnessEvidence),
  ...reviewCalls,
  /** What is kept on this computer for working without a connection. */
  "offline.get": call(nothing, OfflineData),
  /** Organizations left out go at once; what is new is read as soon as the server answers. */
  "offline.choose": call(OfflineChoice, OfflineData),
  /** What could not be brought up to date is tried at once, and not after its pause. */
  "offline.tryAgain": call(nothing, OfflineData),
  /** Removes all of it, and keeps nothing until something is chosen again. */
  "offline.remove": call(nothing, OfflineData),
  /** Keeps the sign-in and the offline data on the disk, under a passphrase that is asked for at each start. */
  "passphrase.set": call(z.strictObject({ passphrase: z.string().min(8).max(256) }), DesktopState),
  /** Takes both from the disk again. */
  "passphrase.remove": call(nothing, DesktopState),
  "passphrase.unlock": call(z.strictObject({ passphrase: z.string().min(1).max(256) }), DesktopState),
  /** Instead of unlocking: what is on the disk is deleted, unread. */
  "passphrase.forget": call(nothing, DesktopState),
  "localMail.list": call(nothing, z.object({ items: z.array(LocalMail) })),
} as const;

export type DesktopCalls = typeof desktopCalls;
export type DesktopCallName = keyof DesktopCalls;
export type DesktopGiven<Name extends DesktopCallName> = z.input<DesktopCalls[Name]["input"]>;
export type DesktopInput<Name extends DesktopCallName> = z.output<DesktopCalls[Name]["input"]>;
export type DesktopOutput<Name extends DesktopCallName> = z.output<DesktopCalls[Name]["output"]>;

/** Menu accelerators and palette entries that the shell can trigger in the renderer. */
export const menuCommands = [
  "palette",
  "invite",
  "createOrganization",
  "settings",
  "switch",
  "overview",
  "team",
  "permissions",
  "audit",
] as const;

/** What the main process pushes to the renderer. */
export const DesktopEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("state"), state: DesktopState }),
  z.object({ type: z.literal("feed"), event: FeedEvent }),
  z.object({ type: z.literal("navigate"), organizationId: id }),
  /** How far the snapshot for working without a connection is; `rows` and `expected` of what is read right now. */
  z.object({
    type: z.literal("snapshot"),
    /** `memory`: it ends with the program. `elsewhere`: another running Orgdesk keeps the one on the disk. */
    kept: z.enum(["disk", "memory", "elsewhere"]),
    organizations: z.int().min(0),
    filled: z.int().min(0),
    rows: z.int().min(0),
    expected: z.int().min(0),
    /** Organizations that could not be brought up to date, and are tried again by themselves. */
    hindered: z.int().min(0),
  }),
  z.object({ type: z.literal("witness"), organizationId: id, status: WitnessStatus }),
  /** A review on this computer is another than it was. */
  z.object({ type: z.literal("reviews") }),
  z.object({ type: z.literal("menu"), command: z.enum(menuCommands) }),
  z.object({
    type: z.literal("auditExport"),
    exportId: id,
    status: z.enum(["running", "done", "cancelled", "failed"]),
    written: z.int(),
    total: z.int().nullable(),
    /** Where the finished file is; in the browser shell an address of the shell to download it from. */
    file: z.string().nullable(),
  }),
]);
export type DesktopEvent = z.infer<typeof DesktopEvent>;
