/** How long is waited for a frame at most, in milliseconds: a window that nobody sees draws none. */
const patience = 100;

/** Until what is on its way to the screen is there. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, patience);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // The frame's own work comes first.
      setTimeout(resolve);
    });
  });
}
