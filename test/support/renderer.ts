import { cleanup, configure } from "@testing-library/react";
import { notifications } from "@mantine/notifications";
import { afterEach } from "vitest";

// happy-dom lays nothing out; virtual lists need a window of some size to fill.
const size = { width: 1000, height: 600 };
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => size.width },
  clientHeight: { configurable: true, get: () => size.height },
});

// A busy machine is slow and not wrong: what is awaited has time, and is over as soon as it is there. Dialogs and
// drawers are loaded when they are first shown.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  notifications.clean();
  localStorage.clear();
});
