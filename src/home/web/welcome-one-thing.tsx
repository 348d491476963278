import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { AnswerButtons } from "../../areas/web/answer-dialog.tsx";
import { areasClient, type MyGround } from "../../areas/web/areas-client.ts";
import { LevelPick } from "../../areas/web/ground-level-pick.tsx";
import { levelMeans, levelText } from "../../areas/web/level-words.ts";
import type { AgreementView, IntentView } from "../../direction/web/direction-client.ts";
import { IntentInShort } from "../../direction/web/intent-words.tsx";
import { MyBackBrief } from "../../direction/web/my-back-brief.tsx";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { say } from "./start-words.ts";

type OnGround = MyGround["teams"][number]["areas"][number];
type Reading = {
  intent: IntentView;
  agreement: AgreementView;
  ground: MyGround["teams"][number] | null;
  waiting: readonly { kind: string; area: string | null }[];
};
type Thing = { kind: "back_brief" } | { kind: "level" | "card"; area: string } | { kind: "agreement" };

/**
 * The one thing asked of me here: the first that waits, and it stays the one while the page is open, so that nothing new is
 * asked as soon as it is done.
 * @returns `left`: whether it still waits
 */
export function useOneThing(read: Reading): { thing: Thing | null; left: boolean } {
  const now = thingsThatWait(read);
  const [thing] = useState(() => now[0] ?? null);
  const left = thing !== null && now.some((one) => sameThing(one, thing));
  return { thing, left };
}

const sameThing = (a: Thing, b: Thing) => JSON.stringify(a) === JSON.stringify(b);

function thingsThatWait({ intent, waiting, ground }: Reading): Thing[] {
  const things: Thing[] = [];
  if (intent.intent && waiting.some(({ kind }) => kind === "back_brief_asked")) things.push({ kind: "back_brief" });
  const own = ground?.areas.filter(({ part }) => part === "owner") ?? [];
  for (const { kind, area } of waiting) {
    const mine = own.find((one) => one.area === area);
    if (!mine || (kind !== "say_desired" && kind !== "yes_needed")) continue;
    const aboutLevel = kind === "say_desired" || mine.proposed?.mineToAnswer;
    things.push({ kind: aboutLevel ? "level" : "card", area: mine.area });
  }
  if (waiting.some(({ kind }) => kind === "agreement_to_answer")) things.push({ kind: "agreement" });
  return things;
}

/** The one thing, to be done right here; once done, that it is. */
export function WelcomeOneThing({
  one: { thing, left },
  read,
}: {
  one: ReturnType<typeof useOneThing>;
  read: Reading;
}) {
  if (!thing) return <Quiet title={say("welcome.nothing_title")} text={say("welcome.nothing")} />;
  if (!left) return <Quiet title={say("welcome.done_title")} text={say("welcome.done")} />;
  const mine = "area" in thing ? read.ground?.areas.find(({ area }) => area === thing.area) : undefined;
  return (
    <section aria-labelledby="one-thing" className="grid gap-3">
      <h2 id="one-thing" className="mt-3 text-xl">
        {say("welcome.one_thing")}
      </h2>
      {thing.kind === "back_brief" && read.intent.intent && (
        <>
          <Card title={say("welcome.intent")}>
            <IntentInShort intent={read.intent.intent} />
          </Card>
          <MyBackBrief intent={read.intent.intent} backBriefs={read.intent.backBriefs} />
        </>
      )}
      {mine && thing.kind === "level" && <LevelThing area={mine} />}
      {mine && thing.kind === "card" && <CardThing area={mine} team={read.ground!.team} />}
      {thing.kind === "agreement" && (
        <Card tone="brass">
          <p>{say("welcome.agreement_above")}</p>
        </Card>
      )}
    </section>
  );
}

function Quiet({ title, text }: { title: string; text: string }) {
  return (
    <div
      role="status"
      className="flex items-start gap-3 rounded-xl border border-pasture-edge bg-pasture-soft px-5 py-4.5"
    >
      <CircleCheck aria-hidden="true" size={22} className="mt-0.5 shrink-0 text-pasture-ink" />
      <div>
        <h2 className="text-lg">{title}</h2>
        <p className="mt-0.5 text-ink-2">{text}</p>
      </div>
    </div>
  );
}

function LevelThing({ area }: { area: OnGround }) {
  if (area.proposed?.mineToAnswer) {
    const about = say("welcome.level_offered", { name: area.name, level: levelText(area.proposed.level) });
    return (
      <Card tone="brass" title={about} lead={levelMeans(area.proposed.level)}>
        <AnswerButtons
          size="md"
          proposal={area.proposed.id}
          about={about}
          holds={say("welcome.level_holds", { name: area.name, level: levelText(area.proposed.level) })}
        />
      </Card>
    );
  }
  return <DesiredForm area={area} />;
}

/** What else on a card waits for a yes is read on the card itself. */
function CardThing({ area, team }: { area: OnGround; team: string }) {
  const { workspace } = usePlace();
  return (
    <Card tone="brass" title={say("welcome.card_waits", { name: area.name })}>
      <Link
        to="/w/$workspace/t/$team/areas/$area"
        params={{ workspace: workspace.slug, team, area: area.area }}
        className={buttonClass("primary", "md", "no-underline")}
      >
        {say("welcome.card_open")}
      </Link>
    </Card>
  );
}

function DesiredForm({ area }: { area: OnGround }) {
  const { workspace } = usePlace();
  const propose = areasClient.useDo("propose", { alsoChanges: ["home", "notices"] });
  const [level, setLevel] = useState(area.offered);
  const submit = useSubmit(async ({ why = "" }) => {
    await propose.mutateAsync({ workspace: workspace.id, area: area.area, level, why });
  });
  return (
    <Card
      tone="brass"
      title={say("welcome.level", { name: area.name })}
      lead={say("welcome.level_lead", { level: levelText(area.offered) })}
    >
      <form {...submit.form} className="grid gap-4">
        <FormProblem>{submit.problem}</FormProblem>
        <LevelPick
          legendHidden
          legend={say("welcome.level", { name: area.name })}
          value={level}
          onValue={setLevel}
          from={area.level}
          meaning={levelMeans(level)}
        />
        <Field label={say("welcome.why")} optional={say("start.optional")} error={submit.wrong("why")}>
          <Textarea name="why" dir="auto" rows={2} maxLength={500} />
        </Field>
        <div>
          <Button type="submit" look="primary" busy={submit.busy}>
            {say("welcome.level_say", { level: levelText(level) })}
          </Button>
        </div>
      </form>
    </Card>
  );
}
