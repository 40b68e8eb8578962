import { Component, type ReactNode } from "react";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";

interface PageBoundaryProps {
  /** What the page shows; another place is tried anew. */
  readonly place: string;
  readonly children: ReactNode;
}

interface PageBoundaryState {
  readonly place: string;
  readonly broken: boolean;
}

/** A page that cannot be drawn leaves the frame standing and can be tried again. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { place: this.props.place, broken: false };

  static getDerivedStateFromError(): Pick<PageBoundaryState, "broken"> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ place }: PageBoundaryProps, state: PageBoundaryState): PageBoundaryState | null {
    return place === state.place ? null : { place, broken: false };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <ErrorState fault={{ kind: "internal" }} onRetry={() => this.setState({ broken: false })} />;
  }
}
