import { Link } from "@tanstack/react-router";
import { usePlace } from "../../people/web/place.tsx";
import type { MyGround } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { HolderPicture } from "./holder.tsx";
import { levelText } from "./level-words.ts";

type Ground = Pick<MyGround["teams"][number], "others" | "team">;

/** Who decides that? The areas of the others in a team, each with who holds it and its level. */
export function WhoDecides({ ground: { others, team }, className }: { ground: Ground; className: string }) {
  const { workspace } = usePlace();
  return (
    <ul className={className}>
      {others.map(({ area, name, level, owner }) => (
        <li key={area} className="flex items-center gap-3 border-b border-line py-2.5">
          <HolderPicture person={owner} />
          <span className="min-w-0 flex-1">
            <Link
              to="/w/$workspace/t/$team/areas/$area"
              params={{ workspace: workspace.slug, team, area }}
              className="font-medium hover:underline"
            >
              <bdi>{name}</bdi>
            </Link>
            <span className="block text-sm text-ink-2">
              {owner ? <bdi>{owner.name}</bdi> : say("web.ground.nobody")}
            </span>
          </span>
          <span className="shrink-0 text-sm text-ink-2">{levelText(level)}</span>
        </li>
      ))}
    </ul>
  );
}
