/** The version of the server and the desktop alike; a test keeps it equal to the package's. */
export const version = "0.1.0";
