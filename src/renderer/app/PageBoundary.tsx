import { Component, type ReactNode } from "react";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";

interface PageBoundaryState {
  readonly broken: boolean;
}

/** A page that cannot be drawn leaves the frame standing and can be tried again. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, PageBoundaryState> {
  override state: PageBoundaryState = { broken: false };

  static getDerivedStateFromError(): PageBoundaryState {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <ErrorState fault={{ kind: "internal" }} onRetry={() => this.setState({ broken: false })} />;
  }
}
