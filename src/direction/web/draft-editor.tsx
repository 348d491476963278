import { CloudOff, Lock, Send } from "lucide-react";
import { useId, useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { usePlace, useReader } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { intentWords, mostWords } from "../intent-rules.ts";
import { useToday } from "./day-text.tsx";
import type { IntentView, Part } from "./direction-client.ts";
import { partName, partsInOrder, say } from "./direction-words.ts";
import { DraftDays } from "./draft-days.tsx";
import { whyNotReady } from "./draft-words.ts";
import { DropDraft } from "./drop-draft.tsx";
import { draftStart, keptDraft } from "./kept-draft.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { ServesChoice } from "./serves-choice.tsx";
import { type Keeping, useDraft } from "./use-draft.ts";

/**
 * Where a lead writes the next intent: four prompts, one count over all of it, and a draft that keeps itself.
 * @param end called when it was published, thrown away or left for now
 */
export function DraftEditor({ team, view, end }: { team: TeamEntry; view: IntentView; end: () => void }) {
  const { workspace } = usePlace();
  const today = useToday();
  const [begin] = useState(() => {
    const kept = keptDraft(team.id, workspace.me.id).kept();
    const start = draftStart(view, kept, today);
    const from = start === kept?.parts ? "browser" : view.draft ? "server" : "nobody";
    return { start, from } as const;
  });
  const draft = useDraft({ workspace: workspace.id, team: team.id, member: workspace.me.id, ...begin });
  const [publishing, setPublishing] = useState(false);
  const [dropping, setDropping] = useState(false);
  const { parts, change } = draft;
  const words = intentWords(parts);
  const notReady = whyNotReady(parts, today);
  const version = (view.intent?.version ?? 0) + 1;
  const over = words > mostWords;

  return (
    <section
      aria-label={say("web.draft.title")}
      className="rounded-2xl border border-plum-edge bg-[light-dark(#f9f5fa,#1f1a25)]"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-plum-edge px-5 py-3 text-sm sm:px-8">
        <span className="inline-flex items-center gap-2 font-semibold text-plum-ink">
          <Lock aria-hidden="true" size={15} />
          {say("web.draft.only_you")}
        </span>
        <span className="ms-auto">
          <KeepingWords keeping={draft.keeping} />
        </span>
      </div>
      <div className="grid gap-7 px-5 py-6 sm:px-8 sm:py-7">
        {draft.keeping.state === "refused" && <FormProblem>{draft.keeping.sentence}</FormProblem>}
        {partsInOrder.map((part) => (
          <PartField key={part} part={part} value={parts[part]} onValue={(text) => change({ [part]: text })} />
        ))}
        <DraftDays until={parts.until} review={parts.review} today={today} change={change} />
        {view.above.length > 0 && (
          <ServesChoice lines={view.above} value={parts.serves} onValue={(serves) => change({ serves })} />
        )}
        {view.intent && (
          <Field
            label={say("web.draft.what_changed")}
            optional={say("web.optional")}
            hint={say("web.draft.what_changed_hint")}
          >
            <Textarea
              dir="auto"
              rows={2}
              maxLength={500}
              value={parts.whatChanged}
              onChange={(event) => change({ whatChanged: event.target.value })}
            />
          </Field>
        )}
      </div>
      <div className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 border-t border-plum-edge bg-[light-dark(#f9f5fa,#1f1a25)] px-5 py-3 sm:px-8 md:bottom-0">
        <WordCount words={words} over={over} />
      </div>
      <div className="grid gap-2.5 px-5 pt-2 pb-5 sm:px-8 sm:pb-6">
        <div className="flex flex-wrap items-center justify-end gap-2.5">
          {(view.draft || parts !== begin.start) && (
            <Button look="quiet" className="me-auto -ms-3.5 max-xs:order-last" onClick={() => setDropping(true)}>
              {say("web.draft.drop")}
            </Button>
          )}
          <Button onClick={end}>{say("web.draft.later")}</Button>
          <Button
            look="primary"
            icon={<Send aria-hidden="true" size={16} className="rtl:-scale-x-100" />}
            why={notReady}
            onClick={() => setPublishing(true)}
          >
            {say("web.draft.publish")}
          </Button>
        </div>
        {notReady && <p className="text-end text-sm text-ink-2">{notReady}</p>}
      </div>
      <PublishDialog
        team={team}
        version={version}
        open={publishing}
        onOpen={setPublishing}
        save={draft.save}
        published={() => {
          draft.letGo();
          end();
        }}
      />
      <DropDraft
        team={team}
        open={dropping}
        onOpen={setDropping}
        dropped={() => {
          draft.letGo();
          end();
        }}
      />
    </section>
  );
}

function PartField({ part, value, onValue }: { part: Part; value: string; onValue: (text: string) => void }) {
  return (
    <Field label={<span className="serif text-lg">{partName(part)}</span>} hint={say(`web.draft.${part}_hint`)}>
      <Textarea
        dir="auto"
        rows={part === "why" ? 2 : 3}
        maxLength={2000}
        value={value}
        placeholder={say(`web.draft.${part}_example`)}
        className="serif text-lg! leading-snug! font-normal text-wrap"
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  );
}

/** One count over all of it, as a number and as a bar. */
function WordCount({ words, over }: { words: number; over: boolean }) {
  const id = useId();
  return (
    <div className="flex items-center gap-3 text-sm">
      <span id={id} className={over ? "font-semibold text-clay-ink" : "text-ink-2"}>
        {over
          ? say("web.draft.words_over", { n: words - mostWords })
          : say("web.draft.words", { n: words, most: mostWords })}
      </span>
      <span aria-hidden="true" className="h-1.5 min-w-12 flex-1 overflow-hidden rounded-full bg-neutral-soft">
        <span
          className={`block h-full rounded-full transition-[width] duration-200 ease-calm ${over ? "bg-clay" : "bg-plum"}`}
          style={{ width: `${Math.min(100, (words / mostWords) * 100)}%` }}
        />
      </span>
      <span role="status" className="sr-only">
        {over ? say("web.draft.words_over", { n: words - mostWords }) : ""}
      </span>
    </div>
  );
}

/** How safe what was typed is. Only what goes wrong is read out. */
function KeepingWords({ keeping }: { keeping: Keeping }) {
  const { locale, timeZone } = useReader();
  const time = (at: number) => new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(at);
  return (
    <>
      {keeping.state === "typing" && <span className="text-ink-2">{say("web.draft.keeping")}</span>}
      {keeping.state === "kept" && keeping.at !== null && (
        <span className="text-ink-2">{say("web.draft.kept", { time: time(keeping.at) })}</span>
      )}
      <span role="status">
        {keeping.state === "offline" && (
          <span className="inline-flex items-center gap-2 font-medium text-brass-ink">
            <CloudOff aria-hidden="true" size={15} className="shrink-0" />
            {say("web.draft.offline")}
          </span>
        )}
      </span>
    </>
  );
}
