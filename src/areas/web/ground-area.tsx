import { Link } from "@tanstack/react-router";
import { CalendarClock, Coins, LifeBuoy, Scan, ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { Level } from "../rules.ts";
import { AnswerButtons } from "./answer-dialog.tsx";
import type { Loan, MyGround } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { GroundMatters } from "./ground-matters.tsx";
import { guardrailSentence } from "./guardrail-words.ts";
import { LevelTrack } from "./level-track.tsx";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";
import { moneyText } from "./may-i-currency.ts";
import { ProposeDialog } from "./propose-dialog.tsx";

type OnGround = MyGround["teams"][number]["areas"][number];

/** One area of mine: what I may decide in it, within what, whom to turn to, and why it matters. */
export function GroundArea({ area, team }: { area: OnGround; team: string }) {
  const { workspace } = usePlace();
  const owns = area.part === "owner";
  return (
    <article className="card rounded-xl border border-line bg-surface px-5 py-5 sm:px-6">
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <h3 className="text-xl">
            <Link
              to="/w/$workspace/t/$team/areas/$area"
              params={{ workspace: workspace.slug, team, area: area.area }}
              className="hover:underline"
            >
              <bdi>{area.name}</bdi>
            </Link>
          </h3>
          {area.purpose && (
            <p className="mt-0.5 text-ink-2">
              <bdi>{area.purpose}</bdi>
            </p>
          )}
          {area.loan && <OnLoan area={area} loan={area.loan} team={team} />}
          <p className="serif mt-3 text-lg leading-snug font-medium">{meansText(area)}</p>
          <Within area={area} />
        </div>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2">
            <Badge tone={area.loan ? "brass" : "pasture"}>
              {area.loan ? `${levelText(area.level)} · ${say("web.step_in.on_loan")}` : levelText(area.level)}
            </Badge>
            {area.trialUntil && (
              <Badge tone="brass">
                {say("web.ground.trial_until", { day: exactTime(area.trialUntil, spokenVariety(), "UTC") })}
              </Badge>
            )}
          </div>
          <div className="mt-2">
            <LevelTrack
              name={area.name}
              level={area.level}
              offered={area.offered}
              desired={area.desired}
              proposed={area.proposed?.level ?? null}
              trial={area.trialUntil !== null}
              loanBack={area.loan?.back ?? null}
            />
          </div>
          <p className="mt-1 text-sm text-ink-2">{standText(area)}</p>
          {owns && <MoreOrLess area={area} />}
        </div>
      </div>
      {(owns || area.matters) && <GroundMatters area={area} owns={owns} />}
    </article>
  );
}

/** A lead stepped in on it: why, until when, and that it goes back. */
function OnLoan({ area, loan, team }: { area: OnGround; loan: Loan; team: string }) {
  const { workspace } = usePlace();
  const day = useLoanDay();
  return (
    <div className="mt-3 rounded-lg bg-brass-soft px-3.5 py-3 text-sm text-brass-ink">
      <p className="font-semibold">{say("web.step_in.banner", { by: loan.by, day: day(loan.until) })}</p>
      <p dir="auto" className="mt-0.5 whitespace-pre-line text-ink">
        {loan.reason}
      </p>
      <p className="mt-0.5">
        {say("web.ground.loan_back", { level: levelText(loan.back) })}{" "}
        <Link
          to="/w/$workspace/t/$team/areas/$area"
          params={{ workspace: workspace.slug, team, area: area.area }}
          className="font-medium underline underline-offset-3"
        >
          {say("web.ground.loan_more")}
        </Link>
      </p>
    </div>
  );
}

/** What the area means for me. */
function meansText({ part, level, owner }: OnGround): string {
  if (part === "owner") return say(`web.ground.means.${level as Level}`);
  return owner ? say(`web.ground.${part}_means`, { name: owner.name }) : say("web.ground.nobody_means");
}

/** What the lead offers and what I asked for, where it is not what holds. */
function standText({ level: now, loan, offered, desired }: OnGround): string {
  const level = loan?.back ?? now;
  const differs = offered !== level;
  if (desired !== null && desired !== level && desired !== offered) {
    return differs
      ? say("web.ground.offered_and_desired", { offered: levelText(offered), desired: levelText(desired) })
      : say("web.ground.desired", { level: levelText(desired) });
  }
  return differs ? say("web.ground.offered", { level: levelText(offered) }) : "";
}

/** Money, edge, guardrails, whom to turn to, when it is looked at: each as a sentence. */
function Within({ area }: { area: OnGround }) {
  const { money, scope, guardrails, escalation, review } = area;
  const locale = spokenVariety();
  if (!money && !scope && guardrails.length === 0 && !escalation && !review) {
    return <p className="mt-3 text-sm text-ink-2">{say("web.ground.nothing_within")}</p>;
  }
  return (
    <ul className="mt-3 grid gap-2 text-sm">
      {money && (
        <Line icon={<Coins />}>
          {say("web.ground.money", { amount: moneyText(money.amount, money.currency, locale) })}
        </Line>
      )}
      {scope && (
        <Line icon={<Scan />}>
          <bdi>{scope}</bdi>
        </Line>
      )}
      {guardrails.map((one) => (
        <Line key={one.id} icon={<ShieldCheck />}>
          <bdi>{guardrailSentence(one)}</bdi>
        </Line>
      ))}
      {escalation && (
        <Line icon={<LifeBuoy />}>
          {say("web.ground.escalation")} <bdi>{escalation}</bdi>
        </Line>
      )}
      {review && (
        <Line icon={<CalendarClock />}>{say("web.ground.review", { day: exactTime(review, locale, "UTC") })}</Line>
      )}
    </ul>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5">
      <span aria-hidden="true" className="mt-0.5 shrink-0 text-pasture-ink [&>svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}

/** Asking for more or less; where something was proposed already, what it waits for. */
function MoreOrLess({ area }: { area: OnGround }) {
  const [asking, setAsking] = useState(false);
  const { proposed, offered } = area;
  const level = area.loan?.back ?? area.level;
  const begin = offered === level ? Math.min(7, level + 1) : offered;
  const dialog = (
    <ProposeDialog
      proposing={asking ? { area: { ...area, id: area.area, mine: "owner" }, level: begin } : null}
      end={() => setAsking(false)}
    />
  );
  if (proposed?.mineToAnswer) {
    return (
      <div className="mt-3 rounded-lg bg-brass-soft px-3.5 py-3 text-brass-ink">
        <p className="mb-2.5 text-sm font-semibold">
          {say("web.ground.for_you", { level: levelText(proposed.level) })}
        </p>
        <AnswerButtons
          proposal={proposed.id}
          about={say("web.ground.for_you", { level: levelText(proposed.level) })}
          holds={say("web.ground.holds", { name: area.name, level: levelText(proposed.level) })}
        />
      </div>
    );
  }
  return (
    <div className="no-print mt-3">
      {proposed && (
        <p className="mb-2.5 text-sm font-medium text-brass-ink">
          {say("web.ground.waits", { level: levelText(proposed.level) })}
        </p>
      )}
      <Button size="sm" onClick={() => setAsking(true)}>
        {say(offered === level || proposed ? "web.ground.more_or_less" : "web.ground.answer_offer")}
      </Button>
      {dialog}
    </div>
  );
}
