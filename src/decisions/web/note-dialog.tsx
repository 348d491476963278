import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { amountTyped, likelyCurrency } from "../../areas/web/may-i-currency.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { keptWords } from "../../people/web/kept-words.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { type DraftChoices, decisionsClient } from "./decisions-client.ts";
import { LevelChip } from "./level-chip.tsx";
import { usualCurrency } from "./propose-draft.ts";
import { CostFields } from "./propose-facts.tsx";
import { useWeigh } from "./use-weigh.ts";
import { becauseText } from "./weigh-panel.tsx";

/**
 * “We decided”: one line for what is settled, from anywhere in a team.
 * @param onOpen called with false when it is written or left
 */
export function NoteDialog({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const { team } = usePlace();
  if (!team) return null;
  return (
    <Dialog
      open={open}
      onOpen={onOpen}
      width="md"
      title={say("web.note.title")}
      lead={say("web.note.lead")}
      closeLabel={say("web.note.close")}
    >
      {open && <Note key={team.id} team={team} end={() => onOpen(false)} />}
    </Dialog>
  );
}

function Note({ team, end }: { team: TeamEntry; end: () => void }) {
  const { workspace } = usePlace();
  const asked = decisionsClient.useAsk("choicesForDraft", { workspace: workspace.id, team: team.id });
  if (asked.error && !asked.data) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  if (asked.data?.whyNotPropose) return <p className="text-ink-2">{asked.data.whyNotPropose}</p>;
  return <NoteForm team={team} choices={asked.data} end={end} />;
}

type How = "alone" | "together";
/** What is kept of a note: the line until it is written, the area for the next one. */
type Kept = { words: string; area: string | null };

/** The form stands there before the areas are known, so that the line can be typed at once. */
function NoteForm({ team, choices, end }: { team: TeamEntry; choices: DraftChoices | undefined; end: () => void }) {
  const { workspace } = usePlace();
  const navigate = useNavigate();
  const store = keptWords<Kept>("note", team.id, workspace.me.id);
  const [kept] = useState(() => store.kept());
  const [words, setWords] = useState(kept?.words ?? "");
  const [chosenArea, setArea] = useState<string | null>(null);
  const [chosenHow, setHow] = useState<How | null>(null);
  const [undoable, setUndoable] = useState(true);
  const [costs, setCosts] = useState(false);
  const [typedPrice, setPrice] = useState({ cost: "", currency: "" });
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => line.current?.focus(), []);

  const area = chosenArea ?? likelyArea(choices, kept?.area ?? null, workspace.me.id);
  const usual = usualCurrency(choices?.areas ?? [], area, likelyCurrency(spokenVariety()));
  const price = { ...typedPrice, currency: typedPrice.currency || usual };
  const amount = costs ? amountTyped(price.cost) : null;
  const cost = amount === null || amount === undefined ? null : { amount, currency: price.currency };
  const weighed = useWeigh(workspace.id, team.id, { area: area || null, cost, reversible: undoable, goal: null });
  const answer = weighed.data;
  // whoever may decide there by themselves mostly did; else it was a meeting
  const likelyHow = (known: typeof answer): How =>
    chosenHow ?? (known?.whyNotNoteAlone === null ? "alone" : "together");
  const how = likelyHow(answer);
  const whyNot = how === "alone" ? answer?.whyNotNoteAlone : answer?.whyNotNoteTogether;

  const keep = (next: Kept) => store.keep(next);
  const note = decisionsClient.useDo("note", { alsoChanges: ["home", "notices"] });
  const withdraw = decisionsClient.useDo("withdraw", { alsoChanges: ["home", "notices"] });
  const submit = useSubmit(
    async () => {
      insistOnFilled({ words, ...(costs ? { cost: amount === undefined ? "" : price.cost } : {}) });
      const { decision } = await note.mutateAsync({
        workspace: workspace.id,
        team: team.id,
        words,
        area: area || null,
        cost,
        reversible: undoable,
        // somebody may be quicker than the answer on which this hangs
        how: likelyHow(answer ?? (await weighed.refetch()).data),
      });
      keep({ words: "", area });
      end();
      toast.success(
        say("web.note.written"),
        {
          label: say("web.note.undo"),
          onPress: () =>
            void tellOutcome(withdraw.mutateAsync({ workspace: workspace.id, decision }), say("web.note.undone")),
        },
        {
          label: say("web.note.open"),
          onPress: () =>
            void navigate({
              to: "/w/$workspace/t/$team/decisions/$decision",
              params: { workspace: workspace.slug, team: team.id, decision },
            }),
        },
      );
    },
    { title: "words", "decisions.no_such_area": "area", "cost.amount": "cost" },
  );
  const propose = () => {
    end();
    void navigate({
      to: "/w/$workspace/t/$team/decisions/new",
      params: { workspace: workspace.slug, team: team.id },
      search: {
        ...(words.trim() ? { what: words.trim() } : {}),
        ...(area ? { area } : {}),
        ...(cost ? { cost: cost.amount, currency: cost.currency } : {}),
        reversible: undoable,
      } as never,
    });
    keep({ words: "", area });
  };

  return (
    <form {...submit.form} className="grid gap-4">
      <FormProblem>{submit.problem}</FormProblem>
      <Field label={say("web.note.words")} error={submit.wrong("words")} required>
        <TextInput
          ref={line}
          name="words"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="done"
          className="serif min-h-11! text-lg!"
          placeholder={say("web.note.example")}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            keep({ words: event.target.value, area });
          }}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field label={say("web.note.area")} error={submit.wrong("area")}>
          {choices ? (
            <Select
              name="area"
              value={area}
              onChange={(event) => {
                setArea(event.target.value);
                keep({ words, area: event.target.value });
              }}
              choices={[
                { value: "", label: say("web.note.no_area") },
                ...choices.areas.map((one) => ({ value: one.area, label: one.name })),
              ]}
            />
          ) : (
            <Skeleton className="h-9.5 rounded-lg" />
          )}
        </Field>
        <div className="grid content-start gap-1.5">
          <p aria-hidden="true" className="text-sm font-semibold">
            {say("web.note.how")}
          </p>
          <Segmented
            label={say("web.note.how")}
            value={how}
            onValue={setHow}
            choices={[
              { value: "alone", label: say("web.note.alone") },
              { value: "together", label: say("web.note.together") },
            ]}
          />
        </div>
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <Checkbox
          checked={undoable}
          label={say("web.note.undoable")}
          onChange={(event) => setUndoable(event.target.checked)}
        />
        <Checkbox checked={costs} label={say("web.note.costs")} onChange={(event) => setCosts(event.target.checked)} />
      </div>
      {costs && (
        <CostFields typed={price} change={(patch) => setPrice({ ...typedPrice, ...patch })} wrong={submit.wrong} />
      )}
      <div aria-live="polite" className="min-h-7 text-sm text-ink-2">
        {answer && (
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <LevelChip level={answer.ahead.level} />
            <span>
              {listText(
                answer.ahead.because.map((one) =>
                  becauseText(one, choices?.areas.find((each) => each.area === weighed.area)?.name),
                ),
                spokenVariety(),
              )}
            </span>
          </p>
        )}
        {weighed.error && !answer && <p className="text-clay-ink">{weighed.error.message}</p>}
      </div>
      {whyNot && (
        <Banner
          tone="brass"
          actions={
            <>
              {how === "alone" && answer?.whyNotNoteTogether === null && (
                <Button size="sm" onClick={() => setHow("together")}>
                  {say("web.note.say_together")}
                </Button>
              )}
              <Button size="sm" onClick={propose}>
                {say("web.note.propose")}
              </Button>
            </>
          }
        >
          {whyNot}
        </Banner>
      )}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.note.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy} why={whyNot}>
          {say("web.note.submit")}
        </Button>
      </div>
    </form>
  );
}

/** The area it is most likely about: the last one, else the only one that is mine, else none. */
function likelyArea(choices: DraftChoices | undefined, last: string | null, me: string): string {
  if (!choices) return "";
  if (last !== null && (last === "" || choices.areas.some(({ area }) => area === last))) return last;
  const mine = choices.areas.filter(({ owner }) => owner?.member === me);
  return mine.length === 1 ? mine[0]!.area : "";
}
