import { Link } from "@tanstack/react-router";
import { usePlace } from "../../people/web/place.tsx";

/**
 * A decision's title, which leads to its page.
 * @param className how it looks; a title in a list unless told otherwise
 */
export function DecisionTitle({
  team,
  decision,
  title,
  className = "font-medium hover:underline",
}: {
  team: string;
  decision: string;
  title: string;
  className?: string;
}) {
  const { workspace } = usePlace();
  return (
    <Link
      to="/w/$workspace/t/$team/decisions/$decision"
      params={{ workspace: workspace.slug, team, decision }}
      className={className}
    >
      <bdi>{title}</bdi>
    </Link>
  );
}
