import { Link } from "@tanstack/react-router";
import { Flag, Target } from "lucide-react";
import type { ReactNode } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import type { GoalView } from "./direction-client.ts";
import { partName, say } from "./direction-words.ts";

/** What a goal serves, and what that serves, up to the top: a trail from this goal upwards. */
export function GoalChain({ view }: { view: GoalView }) {
  const { chain, reachesTop } = view;
  if (chain.length === 0) {
    return (
      <Card title={say("web.chain.title")} tone={view.state === "open" ? "brass" : "neutral"}>
        <p className="text-sm text-ink-2">{say(view.state === "open" ? "web.chain.none" : "web.chain.none_ended")}</p>
      </Card>
    );
  }
  return (
    <Card title={say("web.chain.title")}>
      <ol className="grid">
        <Step first label={say("web.chain.this")} icon={<Target aria-hidden="true" size={13} />}>
          <p className="text-sm font-semibold">
            <bdi>{view.outcome}</bdi>
          </p>
        </Step>
        {chain.map((link, place) => (
          <Step
            key={link.id}
            label={
              link.kind === "goal"
                ? say("web.chain.goal", { name: link.teamName })
                : say("web.chain.line", { name: link.teamName, part: link.part ? partName(link.part) : "" })
            }
            icon={
              link.kind === "goal" ? <Target aria-hidden="true" size={13} /> : <Flag aria-hidden="true" size={13} />
            }
            last={place === chain.length - 1}
            top={reachesTop && place === chain.length - 1}
          >
            <LinkWords link={link} />
          </Step>
        ))}
      </ol>
      {!reachesTop && <p className="mt-3 border-t border-line pt-3 text-sm text-ink-2">{say("web.chain.not_top")}</p>}
    </Card>
  );
}

function LinkWords({ link }: { link: GoalView["chain"][number] }) {
  const { workspace } = usePlace();
  const at = { workspace: workspace.slug, team: link.team };
  if (link.kind === "goal") {
    return link.mine ? (
      <Link
        to="/w/$workspace/t/$team/goals/$goal"
        params={{ ...at, goal: link.id }}
        className="text-sm font-semibold hover:underline"
      >
        <bdi>{link.words}</bdi>
      </Link>
    ) : (
      <p className="text-sm font-semibold">
        <bdi>{link.words}</bdi>
      </p>
    );
  }
  const words = (
    <span dir="auto" className="serif leading-snug font-normal text-pretty">
      {link.words}
    </span>
  );
  return link.mine ? (
    <Link to="/w/$workspace/t/$team/intent" params={at} className="block hover:underline">
      {words}
    </Link>
  ) : (
    <p className="leading-snug">{words}</p>
  );
}

function Step({
  label,
  icon,
  first = false,
  last = false,
  top = false,
  children,
}: {
  label: string;
  icon: ReactNode;
  first?: boolean;
  last?: boolean;
  top?: boolean;
  children: ReactNode;
}) {
  return (
    <li className="relative flex gap-3 pb-5 last:pb-0">
      {/* the trail to the next step, as on the field */}
      {!last && (
        <span
          aria-hidden="true"
          className="absolute start-[0.8125rem] top-7 bottom-0.5 border-s-2 border-dotted border-pasture-edge"
        />
      )}
      <span
        aria-hidden="true"
        className={classes(
          "grid size-7 shrink-0 place-items-center rounded-full border",
          first
            ? "border-pasture-fill bg-pasture-fill text-white"
            : top
              ? "border-brass-edge bg-brass-soft text-brass-ink"
              : "border-line-2 bg-raised text-ink-2",
        )}
      >
        {icon}
      </span>
      <div className="min-w-0 pt-0.5">
        <p className="text-xs text-ink-2">{label}</p>
        <div className="mt-0.5">{children}</div>
      </div>
    </li>
  );
}
