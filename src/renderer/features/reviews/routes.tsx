import type { RouteObject } from "react-router";
import { EveryoneDrawer } from "./everyone/EveryoneDrawer.tsx";
import { EveryonePage } from "./everyone/EveryonePage.tsx";
import { ReviewsPage } from "./list/ReviewsPage.tsx";
import { ReviewPage } from "./ReviewPage.tsx";
import { SchedulesPage } from "./schedule/SchedulesPage.tsx";

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
