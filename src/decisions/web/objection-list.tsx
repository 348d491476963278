import { useState } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { Time } from "../../ui/time.tsx";
import type { Tone } from "../../ui/tone.ts";
import { say } from "./deciding-words.ts";
import type { DecidingView, Objection } from "./decisions-client.ts";
import { EndObjection } from "./objection-end.tsx";

const tones: Readonly<Record<Objection["state"], Tone>> = {
  raised: "clay",
  integrated: "pasture",
  withdrawn: "neutral",
  overruled: "brass",
};

/** Objections and concerns: what was raised, by whom, and what became of each. Those that stand come first. */
export function ObjectionList({ view }: { view: DecidingView }) {
  const [ending, setEnding] = useState<{ objection: Objection; how: "withdrawn" | "overruled" } | null>(null);
  if (view.objections.length === 0) return null;
  const order = (one: Objection) => (one.state === "raised" ? 0 : 2) + (one.kind === "objection" ? 0 : 1);
  const shown = view.objections.toSorted((a, b) => order(a) - order(b) || b.round - a.round);
  return (
    <Card title={say("web.objection.title")} flush className="overflow-hidden">
      <ul>
        {shown.map((one) => (
          <ObjectionRow key={one.id} one={one} end={(how) => setEnding({ objection: one, how })} />
        ))}
      </ul>
      <EndObjection ending={ending} close={() => setEnding(null)} />
    </Card>
  );
}

function ObjectionRow({ one, end }: { one: Objection; end: (how: "withdrawn" | "overruled") => void }) {
  const raised = one.state === "raised";
  return (
    <li className="border-t border-line px-5 py-3.5">
      <div className="flex items-start gap-3">
        <Avatar name={one.by.name} id={one.by.member} size="sm" className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <bdi className="font-semibold">{one.by.name}</bdi>
              <span className="text-sm text-ink-2">{say("web.objection.round", { n: one.round })}</span>
            </p>
            <Badge tone={raised && one.kind === "concern" ? "brass" : tones[one.state]}>
              {say(`web.objection.${one.kind}_${one.state}`)}
            </Badge>
          </div>
          <p
            dir="auto"
            className={classes("mt-0.5 max-w-prose whitespace-pre-line", raised ? "text-ink" : "text-ink-2")}
          >
            {one.words}
          </p>
          <Ended one={one} />
          {raised && (
            <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
              {one.mine && (
                <Button size="sm" why={one.whyNotWithdraw} onClick={() => end("withdrawn")}>
                  {say("web.objection.withdraw")}
                </Button>
              )}
              {one.whyNotOverrule === null && !one.mine && (
                <Button size="sm" onClick={() => end("overruled")}>
                  {say("web.objection.overrule")}
                </Button>
              )}
            </div>
          )}
        </div>
      </div>
    </li>
  );
}

/** What became of it: by which version, by whom and why. */
function Ended({ one }: { one: Objection }) {
  const { locale, timeZone } = useReader();
  if (one.state === "raised" || !one.endedAt) return null;
  const anew = one.state === "withdrawn" && !one.why && one.endedBy === null;
  return (
    <div className="mt-2 border-s-2 border-line-2 ps-3 text-sm text-ink-2">
      <p>
        {anew
          ? say("web.objection.spoke_anew")
          : say(`web.objection.ended.${one.state}`, {
              name: one.endedBy ?? one.by.name,
              version: one.endedVersion ?? 0,
            })}
        {" · "}
        <Time value={one.endedAt} locale={locale} zone={timeZone} inList />
      </p>
      {one.why && (
        <p dir="auto" className="mt-0.5 max-w-prose whitespace-pre-line">
          {one.why}
        </p>
      )}
    </div>
  );
}
