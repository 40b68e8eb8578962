import { createContext, useContext } from "react";

/** Key of the section that the address names, if it names one of an organization. */
export const Here = createContext<string | undefined>(undefined);

/** Which section the person is in. It stays the same while the organization changes, and nothing that asks is drawn anew. */
export const useHere = (): string | undefined => useContext(Here);
