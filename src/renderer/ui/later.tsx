import { lazy, Suspense, type ComponentType, type ReactNode } from "react";

/** A part of a screen that is loaded when it is first drawn; until it is there, nothing stands in its place. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Part = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
