import type { RouteObject } from "react-router";
import { later } from "#renderer/ui/later.tsx";

const EveryoneDrawer = later(async () => (await import("./everyone/EveryoneDrawer.tsx")).EveryoneDrawer);
const EveryonePage = later(async () => (await import("./everyone/EveryonePage.tsx")).EveryonePage);
const ReviewsPage = later(async () => (await import("./list/ReviewsPage.tsx")).ReviewsPage);
const ReviewPage = later(async () => (await import("./ReviewPage.tsx")).ReviewPage);
const SchedulesPage = later(async () => (await import("./schedule/SchedulesPage.tsx")).SchedulesPage);

/** The reviews of who has access, under `/reviews`. */
export const routes: RouteObject[] = [
  { index: true, element: <ReviewsPage /> },
  {
    path: "all",
    element: <EveryonePage />,
    children: [{ path: ":organizationId/:reviewId", element: <EveryoneDrawer /> }],
  },
  { path: "schedules", element: <SchedulesPage /> },
  { path: ":reviewId", element: <ReviewPage /> },
];
