import { Pencil } from "lucide-react";
import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { type AreaView, areasClient, type CardPatch, type MyGround } from "./areas-client.ts";
import { say } from "./areas-words.ts";

type OnGround = MyGround["teams"][number]["areas"][number];

/** Why an area matters, in its owner's words, and what it serves; the owner writes it right here. */
export function GroundMatters({ area, owns }: { area: OnGround; owns: boolean }) {
  const [writing, setWriting] = useState(false);
  if (owns && writing) return <Writing area={area} end={() => setWriting(false)} />;
  return (
    <div className="mt-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line pt-4">
      <div className="min-w-0 flex-1 basis-64">
        <h4 className="font-sans text-sm font-semibold tracking-normal text-ink-2">{say("web.ground.matters")}</h4>
        {area.matters ? (
          <p className="serif mt-1 max-w-prose text-lg leading-snug font-normal whitespace-pre-line">
            <bdi>{area.matters}</bdi>
          </p>
        ) : (
          <p className="mt-1 text-ink-2">{say("web.ground.matters_none")}</p>
        )}
        {area.serves && (
          <p className="mt-1.5 text-sm text-ink-2">
            {say("web.ground.serves")} <bdi className="font-medium text-ink">{area.serves}</bdi>
          </p>
        )}
      </div>
      {owns && (
        <Button
          size="sm"
          look={area.matters ? "quiet" : "plain"}
          className="no-print"
          icon={<Pencil aria-hidden="true" size={15} />}
          aria-label={say("web.ground.matters_write_in", { name: area.name })}
          onClick={() => setWriting(true)}
        >
          {say("web.ground.matters_write")}
        </Button>
      )}
    </div>
  );
}

function Writing({ area, end }: { area: OnGround; end: () => void }) {
  const { workspace } = usePlace();
  const card = areasClient.useAsk("show", { workspace: workspace.id, area: area.area });
  return (
    <div className="mt-5 border-t border-line pt-4">
      {card.error && !card.data && <CouldNotLoad level={3} error={card.error} again={() => void card.refetch()} />}
      {!card.error && !card.data && <Skeleton className="h-40 w-full" />}
      {card.data && <MattersForm card={card.data} end={end} />}
    </div>
  );
}

const focusIn = (form: HTMLElement | null) => form?.querySelector("textarea")?.focus();

function MattersForm({ card, end }: { card: AreaView; end: () => void }) {
  const { workspace } = usePlace();
  const change = areasClient.useDo("change", { alsoChanges: ["home"] });
  const before = card.serves
    ? `${card.serves.kind}:${card.serves.kind === "goal" ? card.serves.goal : card.serves.line}`
    : "";
  const submit = useSubmit(
    async ({ matters = "", serves = "" }) => {
      const patch: CardPatch = {
        ...(matters.trim() === card.matters ? {} : { matters }),
        ...(serves === before ? {} : servesPatch(serves)),
      };
      if (Object.keys(patch).length > 0) {
        await change.mutateAsync({ workspace: workspace.id, area: card.id, version: card.version, card: patch });
        toast.success(say("web.ground.matters_kept"));
      }
      end();
    },
    { "areas.no_such_goal": "serves", "areas.no_such_line": "serves" },
  );
  const choices = [
    { value: "", label: say("web.ground.serves_none") },
    ...(card.goals.length > 0
      ? [
          {
            group: say("web.ground.goals"),
            choices: card.goals.map(({ goal, words }) => ({ value: `goal:${goal}`, label: words })),
          },
        ]
      : []),
    ...(card.lines.length > 0
      ? [
          {
            group: say("web.ground.lines"),
            choices: card.lines.map(({ line, words }) => ({ value: `line:${line}`, label: words })),
          },
        ]
      : []),
  ];
  return (
    <form {...submit.form}>
      <div ref={focusIn} className="grid gap-4">
        <FormProblem>{submit.problem}</FormProblem>
        <Field label={say("web.ground.matters")} hint={say("web.ground.matters_hint")} error={submit.wrong("matters")}>
          <Textarea
            name="matters"
            dir="auto"
            rows={2}
            maxLength={400}
            defaultValue={card.matters}
            className="serif text-lg! leading-snug!"
          />
        </Field>
        {choices.length > 1 && (
          <Field label={say("web.ground.serves_label")} error={submit.wrong("serves")}>
            <Select name="serves" defaultValue={before} choices={choices} />
          </Field>
        )}
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" look="primary" busy={submit.busy}>
            {say("web.ground.matters_keep")}
          </Button>
          <Button onClick={end}>{say("web.cancel")}</Button>
        </div>
      </div>
    </form>
  );
}

/** One of a goal and a line, or neither. */
function servesPatch(serves: string): CardPatch {
  const [kind, id = null] = serves.split(":");
  return { mattersGoal: kind === "goal" ? id : null, mattersLine: kind === "line" ? id : null };
}
