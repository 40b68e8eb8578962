import { createContext, type ReactNode } from "react";

/** What the frame says beside every page's title, such as how old the page is. */
export const PageNote = createContext<ReactNode>(null);
