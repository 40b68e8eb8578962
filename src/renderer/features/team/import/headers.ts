/** Which column of a file holds what; null: none does. */
export interface Columns {
  readonly email: number;
  readonly role: number | null;
  readonly workspaces: number | null;
  readonly message: number | null;
  readonly accessUntil: number | null;
  /** Whether the first record names the columns. */
  readonly header: boolean;
}

const names = {
  email: ["email", "emails", "mail", "emailaddress", "mailaddress", "address", "useremail", "invitee"],
  role: ["role", "roles", "memberrole", "accesslevel", "rolle"],
  workspaces: ["workspace", "workspaces", "brand", "brands", "client", "clients", "access"],
  message: ["message", "note", "notes", "comment", "greeting"],
  accessUntil: ["accessuntil", "accessends", "lastday", "lastdayofaccess", "until", "enddate"],
} as const satisfies Record<string, readonly string[]>;

/** Words alone decide: 'E-Mail Address' is `emailaddress`. */
const plain = (header: string): string =>
  header
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");

/** The columns by the first record's words; where it holds an address already, by their order. Null: no addresses. */
export function columnsOf(first: readonly string[]): Columns | null {
  const words = first.map(plain);
  const place = (field: keyof typeof names): number | null => {
    const at = words.findIndex((word) => names[field].some((name) => name === word));
    return at === -1 ? null : at;
  };
  const email = place("email");
  if (email !== null) {
    const [role, workspaces, message] = [place("role"), place("workspaces"), place("message")];
    return { email, role, workspaces, message, accessUntil: place("accessUntil"), header: true };
  }
  const address = first.findIndex((cell) => /^[^\s@]+@[^\s@]+$/.test(cell));
  if (address === -1) return null;
  const after = (offset: number) => (address + offset < first.length ? address + offset : null);
  const [role, workspaces, message, accessUntil] = [after(1), after(2), after(3), after(4)];
  return { email: address, role, workspaces, message, accessUntil, header: false };
}
