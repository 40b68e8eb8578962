import { createServer } from "node:net";
import path from "node:path";

/** Where an embedded PostgreSQL listens. */
export interface DatabaseAddress {
  readonly settings: readonly string[];
  readonly port: number;
  /** As it stands between the `@` and the `/` of a connection string. */
  readonly authority: string;
}

/** The name of the socket's file ends with it; nothing listens on a port of that number. */
const socketPort = 5432;
/** `sockaddr_un` holds 104 bytes on macOS and 108 on Linux, with the ending zero. */
const longestSocketPath = 103;

export const socketFile = (folder: string): string => path.join(folder, `.s.PGSQL.${socketPort}`);

/**
 * A socket in the cluster's folder, which only its own user can enter: no other user of the machine can even try a
 * password, and a query costs about a fifth less than over TCP. Loopback where there is none or its path is too long.
 */
export async function databaseAddress(folder: string): Promise<DatabaseAddress> {
  const fits = Buffer.byteLength(socketFile(folder)) <= longestSocketPath;
  return process.platform !== "win32" && fits ? socketAddress(folder) : loopbackAddress();
}

function socketAddress(folder: string): DatabaseAddress {
  return {
    settings: ["listen_addresses=", `unix_socket_directories=${folder}`],
    port: socketPort,
    authority: `${encodeURIComponent(folder)}:${socketPort}`,
  };
}

async function loopbackAddress(): Promise<DatabaseAddress> {
  const port = await freePort();
  return {
    settings: ["listen_addresses=127.0.0.1", "unix_socket_directories="],
    port,
    authority: `127.0.0.1:${port}`,
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address instanceof Object ? address.port : 0));
    });
  });
}
