import { CircleCheck, CircleDashed, Ear, Hand } from "lucide-react";
import type { ReactNode } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { useOnce } from "../../areas/web/once.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { Seal } from "./round-seals.tsx";

/**
 * What comes next while a decision is shaped: what it needs still, and whose move it is.
 * @param begin opens the dialog in which a round begins
 */
export function ReadyCard({ view, begin }: { view: DecidingView; begin: () => void }) {
  const { workspace } = usePlace();
  const { ahead, whyNot, holder } = view;
  const mine = holder?.member === workspace.me.id;
  const needs = needsOf(view);
  const missing = needs.filter(({ met }) => !met).length;
  return (
    <Card
      title={say(ahead.round ? "web.deciding.before_round" : "web.deciding.before_decided")}
      note={missing > 0 && say("web.deciding.missing", { n: missing })}
    >
      <ul className="grid gap-2.5">
        {needs.map(({ key, met, words, more }) => (
          <li key={key} className="flex items-start gap-2.5">
            {met ? (
              <CircleCheck aria-hidden="true" size={18} className="mt-0.5 shrink-0 text-pasture-ink" />
            ) : (
              <CircleDashed aria-hidden="true" size={18} className="mt-0.5 shrink-0 text-brass-ink" />
            )}
            <span className="min-w-0">
              <span className="sr-only">{say(met ? "web.deciding.is_there" : "web.deciding.is_missing")} </span>
              {words}
              {more && <span className="block text-sm text-ink-2">{more}</span>}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2.5 empty:hidden">
        {whyNot.takeUp === null && <TakeUp view={view} />}
        {(whyNot.begin === null || (mine && ahead.round)) && (
          <Button
            look={ahead.round ? "primary" : "plain"}
            icon={
              ahead.round ? (
                <Seal className="size-4.5 [--seal-ground:var(--color-pasture-fill)]" />
              ) : (
                <Ear aria-hidden="true" size={16} />
              )
            }
            why={whyNot.begin ?? missingText(needs)}
            onClick={begin}
          >
            {say(ahead.round ? "web.round.begin" : "web.round.hear_some", { n: view.rounds.length + 1 })}
          </Button>
        )}
      </div>
      <Whose view={view} mine={mine} />
    </Card>
  );
}

function TakeUp({ view }: { view: DecidingView }) {
  const { workspace } = usePlace();
  const takeUp = decisionsClient.useDo("takeUp", { alsoChanges: ["home", "notices"] });
  const once = useOnce();
  const press = () =>
    once(() =>
      tellOutcome(
        takeUp.mutateAsync({ workspace: workspace.id, decision: view.id }),
        say("web.deciding.taken_up", { title: view.title }),
      ),
    );
  return (
    <Button
      look="primary"
      icon={<Hand aria-hidden="true" size={16} />}
      busy={takeUp.isPending}
      onClick={() => void press()}
    >
      {say("web.deciding.take_up")}
    </Button>
  );
}

/** Whose move it is, where it is not the reader's. */
function Whose({ view, mine }: { view: DecidingView; mine: boolean }) {
  const { locale } = useReader();
  const { holder, ahead, whyNot } = view;
  if (mine || whyNot.takeUp === null) return null;
  const names = ahead.takers.map(({ name }) => name);
  const words = holder
    ? say("web.deciding.brings_on", { name: holder.name })
    : names.length > 0
      ? say("web.deciding.may_take_up", { names: listText(names, locale), n: names.length })
      : say("web.deciding.nobody_takes_up");
  return <p className="mt-3 text-sm text-ink-2 first:mt-0">{words}</p>;
}

type Need = { key: string; met: boolean; words: string; more?: ReactNode };

/** What a decision needs before it can open or be taken: what is there, and what is not yet. */
function needsOf(view: DecidingView): Need[] {
  const { ahead, holder } = view;
  const needs: Need[] = [
    holder
      ? { key: "holder", met: true, words: say("web.deciding.has_holder", { name: holder.name }) }
      : { key: "holder", met: false, words: say("web.deciding.needs_holder") },
    { key: "proposal", met: view.proposal !== "", words: say("web.deciding.needs_proposal") },
  ];
  for (const fact of ahead.depends) {
    needs.push({
      key: fact,
      met: false,
      words: say(`web.deciding.needs_${fact}`),
      more: say("web.deciding.could_change_level"),
    });
  }
  if (ahead.mustNameGoal) needs.push({ key: "goal", met: false, words: say("web.deciding.needs_goal") });
  return needs;
}

function missingText(needs: readonly Need[]): string | null {
  const first = needs.find(({ met, key }) => !met && key !== "holder");
  return first ? say("web.deciding.first", { what: first.words }) : null;
}
