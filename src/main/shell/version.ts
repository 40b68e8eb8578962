/** Version of the desktop, as package.json has it; a test keeps both alike. */
export const version = "0.1.0";
