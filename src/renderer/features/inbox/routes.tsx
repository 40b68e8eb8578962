import type { RouteObject } from "react-router";
import { InboxPage } from "./InboxPage.tsx";

export const routes: RouteObject[] = [{ index: true, element: <InboxPage /> }];
