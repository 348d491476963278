import type { ReactNode } from "react";

/** Words for who listens and does not look. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
