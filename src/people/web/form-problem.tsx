import { CircleAlert } from "lucide-react";
import { Banner } from "../../ui/banner.tsx";

/**
 * Why a form could not be taken, at its head.
 * @param children the sentence, or nothing
 */
export function FormProblem({ children }: { children: string | null | undefined }) {
  if (!children) return null;
  return (
    <div role="alert">
      <Banner tone="clay" icon={<CircleAlert />}>
        {children}
      </Banner>
    </div>
  );
}
