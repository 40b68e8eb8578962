interface Asked {
  readonly id: string;
}

/** Whether what is being answered waits no more: it was answered elsewhere, taken back or ended. */
export const isOver = ({ id }: Asked, waiting: readonly Asked[]): boolean => !waiting.some((each) => each.id === id);
