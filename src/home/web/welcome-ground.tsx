import { Link } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import type { MyGround } from "../../areas/web/areas-client.ts";
import { guardrailSentence } from "../../areas/web/guardrail-words.ts";
import { LevelTrack } from "../../areas/web/level-track.tsx";
import { levelMeans, levelText } from "../../areas/web/level-words.ts";
import { WhoDecides } from "../../areas/web/who-decides.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { say } from "./start-words.ts";

/** My ground in a few lines; where nothing is mine, what there is in the team. */
export function WelcomeGround({ ground }: { ground: MyGround["teams"][number] | null }) {
  const { workspace } = usePlace();
  const own = ground?.areas.filter(({ part }) => part === "owner") ?? [];
  const others = ground?.others ?? [];
  const whole = (
    <Link to="/w/$workspace/ground" params={{ workspace: workspace.slug }} className={textLink}>
      {say("welcome.ground_all")}
    </Link>
  );
  if (own.length > 0) {
    return (
      <Card title={say("welcome.ground")} note={whole}>
        <ul className="divide-y divide-line">
          {own.map((area) => (
            <li key={area.area} className="py-4 first:pt-1 last:pb-0">
              <p className="text-lg font-semibold">
                <bdi>{area.name}</bdi>
              </p>
              <div className="my-1">
                <LevelTrack
                  name={area.name}
                  level={area.level}
                  offered={area.offered}
                  desired={area.desired}
                  proposed={area.proposed?.level ?? null}
                />
              </div>
              <p>
                <span className="font-semibold">{levelText(area.level)}.</span> {levelMeans(area.level)}
              </p>
              {area.guardrails.map((one) => (
                <p key={one.id} className="mt-1.5 flex items-start gap-2 text-sm text-ink-2">
                  <ShieldCheck aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-pasture-ink" />
                  <bdi>{guardrailSentence(one)}</bdi>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Card>
    );
  }
  if (!ground || others.length === 0) {
    return (
      <Card title={say("welcome.ground")}>
        <p className="text-ink-2">{say("welcome.ground_bare")}</p>
      </Card>
    );
  }
  return (
    <Card title={say("welcome.ground")} lead={say("welcome.ground_none")}>
      <WhoDecides ground={ground} className="-mb-2.5 *:last:border-0" />
    </Card>
  );
}
