import { Link } from "@tanstack/react-router";
import { CircleCheck, CircleHelp, Ear, Handshake, type LucideIcon, UserRound } from "lucide-react";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import { textLink } from "../../ui/link-button.tsx";
import { groundTone, inkTone, type Tone } from "../../ui/tone.ts";
import type { MayIAnswer } from "./areas-client.ts";
import { listText, say } from "./areas-words.ts";
import { levelMeans, levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";
import { moneyText } from "./may-i-currency.ts";

const looks: Readonly<Record<MayIAnswer["answer"], { tone: Tone; Icon: LucideIcon }>> = {
  yes: { tone: "pasture", Icon: CircleCheck },
  yes_after: { tone: "pasture", Icon: Ear },
  together: { tone: "sky", Icon: Handshake },
  lead_after: { tone: "brass", Icon: Ear },
  lead: { tone: "brass", Icon: UserRound },
  owner: { tone: "brass", Icon: UserRound },
  deputy: { tone: "brass", Icon: UserRound },
  nobody: { tone: "clay", Icon: CircleHelp },
};

/**
 * The answer to “may I?” in one plain sentence, with why it is so and what could change it.
 * @param goalNamed whether the asker said that it names a goal
 */
export function MayIAnswerCard({ answer, team, goalNamed }: { answer: MayIAnswer; team: string; goalNamed: boolean }) {
  const { workspace } = usePlace();
  const day = useLoanDay();
  const { tone, Icon } = looks[answer.answer];
  return (
    <div className={classes("rounded-xl border px-5 py-4.5 text-ink", groundTone[tone])}>
      <p className="serif flex items-start gap-3 text-xl leading-snug font-semibold sm:text-2xl">
        <Icon aria-hidden="true" size={26} className={classes("mt-0.5 shrink-0", inkTone[tone])} />
        <span>{answerText(answer)}</span>
      </p>
      <div className="mt-3 grid gap-1.5 sm:ps-9.5">
        <p className="text-sm">
          <span className="font-semibold">{levelText(answer.level)}.</span> {levelMeans(answer.level)}
        </p>
        <ul className="grid gap-1 text-sm text-ink-2">
          {answer.because.map((one) => (
            <li key={one.kind + one.level}>{becauseText(one, answer.area?.name)}</li>
          ))}
          {answer.loan && (
            <li className="font-medium text-brass-ink">
              {say("web.may_i.because.loan", {
                by: answer.loan.by,
                day: day(answer.loan.until),
                level: levelText(answer.loan.back),
              })}
            </li>
          )}
        </ul>
        {answer.ask.length > 0 && answer.answer !== "yes_after" && (
          <p className="text-sm">{say("web.may_i.ask_first", { names: namesOf(answer) })}</p>
        )}
        {answer.mustNameGoal && !goalNamed && <p className="text-sm font-medium">{say("web.may_i.must_name_goal")}</p>}
        {answer.acknowledge.map((words) => (
          <p key={words} className="border-s-2 border-current/30 ps-3 text-sm">
            <bdi>{words}</bdi>
          </p>
        ))}
        {answer.depends.length > 0 && (
          <p className="text-sm text-ink-2">
            {say(`web.may_i.depends.${answer.depends.length === 2 ? "both" : answer.depends[0]!}`)}
          </p>
        )}
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Link
            to="/w/$workspace/t/$team/decisions/new"
            params={{ workspace: workspace.slug, team }}
            search={(answer.area ? { area: answer.area.area } : {}) as never}
            className={textLink}
          >
            {say("web.may_i.propose")}
          </Link>
          {answer.area && (
            <Link
              to="/w/$workspace/t/$team/areas/$area"
              params={{ workspace: workspace.slug, team, area: answer.area.area }}
              className={textLink}
            >
              {say("web.may_i.to_card", { name: answer.area.name })}
            </Link>
          )}
        </p>
      </div>
    </div>
  );
}

const namesOf = ({ ask }: MayIAnswer) =>
  listText(
    ask.map(({ who }) => who),
    spokenVariety(),
  );

function answerText(answer: MayIAnswer): string {
  const { answer: kind, owner, leads, ask } = answer;
  const lead = listText(
    leads.map(({ name }) => name),
    spokenVariety(),
  );
  if (kind === "yes_after" && ask.length === 0) return say("web.may_i.answer.yes_after_those");
  if (kind === "yes_after") return say("web.may_i.answer.yes_after", { names: namesOf(answer) });
  if (kind === "owner" || kind === "deputy") return say(`web.may_i.answer.${kind}`, { name: owner?.name ?? lead });
  if (kind === "nobody")
    return leads.length > 0 ? say("web.may_i.answer.nobody", { name: lead }) : say("web.may_i.answer.nobody_at_all");
  if ((kind === "lead" || kind === "lead_after") && leads.length > 0)
    return say(`web.may_i.answer.${kind}`, { name: lead });
  return say(`web.may_i.answer.${kind === "lead" || kind === "lead_after" ? "no_lead" : kind}`);
}

function becauseText(one: MayIAnswer["because"][number], area: string | undefined): string {
  const level = levelText(one.level);
  if (one.kind === "area") return say("web.may_i.because.area", { name: area ?? "", level });
  if (one.kind === "no_area") return say("web.may_i.because.no_area", { level });
  if (one.kind === "one_way") return say("web.may_i.because.one_way", { level });
  const amount = moneyText(one.kind === "cost" ? one.over : one.amount, one.currency, spokenVariety());
  if (one.otherCurrency) return say("web.may_i.because.other_currency", { amount, level });
  return say(`web.may_i.because.${one.kind}`, { amount, level });
}
