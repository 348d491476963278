import { useState } from "react";
import { type AreaView, areasClient, type Board, type CardPatch } from "../../areas/web/areas-client.ts";
import { levelMeans, levelText } from "../../areas/web/level-words.ts";
import { currencyChoices, likelyCurrency } from "../../areas/web/may-i-currency.ts";
import { daysAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { Refused } from "../../foundation/client.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { type CardTyped, cardPatch, cardTyped } from "./start-card-patch.ts";
import { after, StepFoot, type Way } from "./start-frame.tsx";
import { GuardFields } from "./start-guard-fields.tsx";
import { say } from "./start-words.ts";

/** A card is looked at again after so many days, unless somebody says otherwise. */
const reviewAfterDays = 60;

/** The area that is handed over furthest: where a card is needed first. */
export function furthest(board: Board): Board["areas"][number] | undefined {
  return [...board.areas].sort((a, b) => b.offered - a.offered || b.offered - b.level - (a.offered - a.level))[0];
}

/** One area handed over properly: what it is, within what, whom to turn to, and when it is looked at again. */
export function CardStep({ board, way }: { board: Board; way: Way }) {
  const first = furthest(board);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!first) {
    return (
      <>
        <EmptyState
          compact
          picture="path"
          title={say("start.card.none")}
          actions={<Button onClick={() => way.go("areas")}>{say("start.card.to_areas")}</Button>}
        >
          {say("start.card.none_text")}
        </EmptyState>
        <StepFoot way={way} />
      </>
    );
  }
  const area = board.areas.find(({ id }) => id === chosen) ?? first;
  return (
    <div className="grid gap-5">
      {board.areas.length > 1 && (
        <Field label={say("start.card.which")} className="max-w-md">
          <Select
            value={area.id}
            onChange={(event) => setChosen(event.target.value)}
            choices={board.areas.map(({ id, name, offered }) => ({
              value: id,
              label: `${name} · ${levelText(offered)}`,
            }))}
          />
        </Field>
      )}
      <LoadedCard key={area.id} area={area.id} way={way} />
    </div>
  );
}

function LoadedCard({ area, way }: { area: string; way: Way }) {
  const { workspace } = usePlace();
  const shown = areasClient.useAsk("show", { workspace: workspace.id, area });
  if (shown.error) return <CouldNotLoad error={shown.error} again={() => void shown.refetch()} />;
  if (!shown.data) return <Skeleton className="h-152 w-full rounded-xl" />;
  return <CardForm view={shown.data} again={async () => (await shown.refetch()).data} way={way} />;
}

function CardForm({ view, again, way }: { view: AreaView; again: () => Promise<AreaView | undefined>; way: Way }) {
  const { workspace } = usePlace();
  const today = useToday();
  const change = areasClient.useDo("change");
  // what the form began from: only what differs from it is written
  const [base, setBase] = useState(view);
  const [typed, setTyped] = useState<CardTyped>(() => ({
    ...cardTyped(view, likelyCurrency(spokenVariety())),
    review: view.review ?? daysAfter(today, reviewAfterDays),
  }));
  const write = (patch: Partial<CardTyped>) => setTyped({ ...typed, ...patch });
  const why = (field: keyof AreaView["whyNotWrite"]) => view.whyNotWrite[field];

  const submit = useSubmit(async () => {
    const card = cardPatch(base, typed, {
      amount: say("start.card.no_amount"),
      words: say("start.card.no_words"),
      lookAgain: say("start.look_again"),
    });
    if (Object.keys(card).length > 0) {
      const { proposed } = await changeOrLookAgain(card);
      if (proposed) toast.success(say("start.card.waits", { name: view.owner?.name ?? "" }));
    }
    way.go(after(way.step));
  });
  const changeOrLookAgain = async (card: CardPatch) => {
    try {
      return await change.mutateAsync({ workspace: workspace.id, area: view.id, version: base.version, card });
    } catch (error) {
      // somebody else wrote: what they wrote is the new beginning, and what was typed here stays
      if (error instanceof Refused && error.code === "areas.changed_meanwhile") setBase((await again()) ?? base);
      throw error;
    }
  };

  return (
    <form {...submit.form}>
      <Card
        title={<bdi>{view.name}</bdi>}
        note={view.owner ? <bdi>{view.owner.name}</bdi> : say("ground_map.sheet.nobody")}
        lead={`${levelText(view.offered)}. ${levelMeans(view.offered)}`}
      >
        <div className="grid gap-6">
          <FormProblem>{submit.problem}</FormProblem>
          <Field label={say("start.card.good")} hint={say("start.card.good_hint")} error={submit.wrong("good")}>
            <Textarea
              name="good"
              rows={2}
              maxLength={600}
              value={typed.good}
              readOnly={Boolean(why("good"))}
              onChange={(event) => write({ good: event.target.value })}
            />
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label={say("start.card.scope")} hint={say("start.card.scope_hint")} error={submit.wrong("scope")}>
              <Textarea
                name="scope"
                rows={2}
                maxLength={400}
                value={typed.scope}
                onChange={(event) => write({ scope: event.target.value })}
              />
            </Field>
            <div className="flex items-start gap-2.5">
              <Field
                className="flex-1"
                label={say("start.card.money")}
                hint={say("start.card.money_hint")}
                error={submit.wrong("money")}
              >
                <TextInput
                  name="money"
                  inputMode="decimal"
                  autoComplete="off"
                  className="tabular-nums"
                  value={typed.money}
                  onChange={(event) => write({ money: event.target.value })}
                />
              </Field>
              <Field className="w-26" label={say("start.card.currency")}>
                <Select
                  value={typed.currency}
                  onChange={(event) => write({ currency: event.target.value })}
                  choices={currencyChoices([typed.currency])}
                />
              </Field>
            </div>
          </div>
          <Field
            label={say("start.card.escalation")}
            hint={say("start.card.escalation_hint")}
            error={submit.wrong("escalation")}
          >
            <TextInput
              name="escalation"
              maxLength={300}
              autoComplete="off"
              value={typed.escalation}
              onChange={(event) => write({ escalation: event.target.value })}
            />
          </Field>
          <GuardFields
            guard={typed.guard}
            highest={view.offered}
            write={(guard) => write({ guard })}
            wrong={submit.wrong("guard")}
          />
          <Field
            className="max-w-64"
            label={say("start.card.review")}
            hint={say("start.card.review_hint")}
            error={submit.wrong("review")}
          >
            <DateInput name="review" min={today} value={typed.review} onValue={(review) => write({ review })} />
          </Field>
        </div>
      </Card>
      <StepFoot way={way}>
        <Button type="submit" look="primary" size="lg" busy={submit.busy}>
          {say("start.card.save")}
        </Button>
      </StepFoot>
    </form>
  );
}
