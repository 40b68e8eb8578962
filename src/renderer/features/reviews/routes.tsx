import type { RouteObject } from "react-router";
import { ReviewsPage } from "./list/ReviewsPage.tsx";
import { ReviewPage } from "./ReviewPage.tsx";
import { SchedulesPage } from "./schedule/SchedulesPage.tsx";

/** The reviews of who has access, under `/reviews`. */
export const routes: RouteObject[] = [
  { index: true, element: <ReviewsPage /> },
  { path: "schedules", element: <SchedulesPage /> },
  { path: ":reviewId", element: <ReviewPage /> },
];
