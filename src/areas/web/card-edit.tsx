import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { type Typed, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { alsoChanges } from "./answer-dialog.tsx";
import { type AreaView, areasClient, type CardField, type CardPatch } from "./areas-client.ts";
import { listText, say } from "./areas-words.ts";
import { CardFieldInput, patchFrom } from "./card-fields.tsx";
import { type CardPart, cardOf, cardParts, sameValue, yesHint } from "./card-parts.ts";
import { fieldName, valueLines } from "./field-words.ts";
import { draftOf, type GuardrailDraft, guardrailFrom, missingIn } from "./guardrail-draft.ts";
import { likelyCurrency } from "./may-i-currency.ts";

/**
 * Writes a part of a handover card.
 * @param part which, or null where nothing is written
 * @param end called when it is done or left
 */
export function CardEdit({ part, view, end }: { part: CardPart | null; view: AreaView; end: () => void }) {
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState(part);
  const [key, setKey] = useState(0);
  if (part && part !== last) setLast(part);
  const [wasOpen, setWasOpen] = useState(false);
  if (wasOpen !== (part !== null)) {
    setWasOpen(part !== null);
    if (part) setKey(key + 1);
  }
  if (!last) return null;
  return (
    <Dialog
      open={part !== null}
      onOpen={(open) => !open && end()}
      width="md"
      title={say(`web.part.${last}`)}
      lead={<bdi>{view.name}</bdi>}
      closeLabel={say("web.close")}
    >
      <PartForm key={`${last}${key}`} part={last} view={view} end={end} />
    </Dialog>
  );
}

function PartForm({ part, view, end }: { part: CardPart; view: AreaView; end: () => void }) {
  const { workspace } = usePlace();
  const { locale } = useReader();
  const queries = useQueryClient();
  // what one began to write on stays what one's own changes are measured against, whatever comes in meanwhile
  const [base] = useState(view);
  const [met, setMet] = useState<AreaView | null>(null);
  const [rails, setRails] = useState<readonly GuardrailDraft[]>(() =>
    view.guardrails.map((one) => draftOf(one, likelyCurrency(locale))),
  );
  const [checked, setChecked] = useState(false);
  const change = areasClient.useDo("change", alsoChanges);
  const writes = cardParts[part].filter((field) => !base.whyNotWrite[field]);
  // said once where it is so for all of them
  const allNeedYes = writes.length > 1 && writes.every((field) => base.needsYes.includes(field));

  const submit = useSubmit(
    async (typed: Typed) => {
      setChecked(true);
      const patch = changedIn(typed, writes, base, rails);
      if (patch === "incomplete") throw new Refused("invalid", say("web.edit.incomplete"), 400);
      if (Object.keys(patch).length === 0) {
        end();
        return;
      }
      const asked = { workspace: workspace.id, area: base.id };
      try {
        const done = await change.mutateAsync({
          ...asked,
          version: (met ?? base).version,
          card: patch,
          why: typed.why ?? "",
        });
        end();
        sayWhatHolds(done, view, locale);
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== "areas.changed_meanwhile") throw error;
        setMet(await queries.fetchQuery({ ...areasClient.queryOptions("show", asked), staleTime: 0 }));
      }
    },
    {
      "areas.no_such_line": "serves",
      "areas.no_such_goal": "serves",
      "areas.not_in_the_team": "guardrails",
    },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      {allNeedYes && (
        <p className="rounded-lg bg-neutral-soft px-3.5 py-2.5 text-sm text-ink-2">{yesHint(writes[0]!, base)}</p>
      )}
      {met && <Meanwhile part={part} base={base} now={met} />}
      {cardParts[part].map((field) => (
        <CardFieldInput
          key={field}
          field={field}
          view={base}
          saysYes={!allNeedYes}
          submit={submit}
          rails={{ drafts: rails, onDrafts: setRails, checked }}
        />
      ))}
      <Field label={say("web.why")} optional={say("web.optional")} error={submit.wrong("why")}>
        <Textarea name="why" dir="auto" rows={2} maxLength={500} placeholder={say("web.edit.why_example")} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say(met ? "web.edit.save_mine" : "web.save")}
        </Button>
      </div>
    </form>
  );
}

/** The fields that were written otherwise than they stood; `incomplete` where a guardrail is not whole. */
function changedIn(
  typed: Typed,
  writes: readonly CardField[],
  base: AreaView,
  rails: readonly GuardrailDraft[],
): CardPatch | "incomplete" {
  const written = patchFrom(typed, writes);
  if (writes.includes("guardrails")) {
    if (rails.some((draft) => missingIn(draft) !== null)) return "incomplete";
    written.guardrails = rails.map(guardrailFrom);
  }
  const before: CardPatch = {
    ...cardOf(base),
    guardrails: base.guardrails.map((one) => guardrailFrom(draftOf(one, ""))),
  };
  return Object.fromEntries(
    Object.entries(written).filter(([field, value]) => !sameValue(value, before[field as keyof CardPatch])),
  );
}

type Done = Awaited<ReturnType<typeof areasClient.ask<"change">>>;

/** Says what holds now and what waits, and whose yes it waits for. */
function sayWhatHolds({ applied, proposed }: Done, view: AreaView, locale: string): void {
  const names = (fields: readonly CardField[]) => listText([...new Set(fields.map(fieldName))], locale);
  const holds = applied.length > 0 && say("web.edit.holds", { fields: names(applied) });
  const waits =
    proposed &&
    say(proposed.needs === "lead" ? "web.edit.waits_lead" : "web.edit.waits_owner", {
      fields: names(proposed.fields),
      name: view.owner?.name ?? "",
    });
  toast.success([holds, waits].filter(Boolean).join(" "));
}

/** The form may be scrolled far down when this comes. */
function bringIntoSight(element: HTMLElement | null): void {
  element?.focus();
}

/** Somebody else wrote on the card meanwhile: what stands there now, beside what was typed. */
function Meanwhile({ part, base, now }: { part: CardPart; base: AreaView; now: AreaView }) {
  const { locale } = useReader();
  const card = (view: AreaView): Record<string, unknown> => ({ ...cardOf(view), guardrails: view.guardrails });
  const [before, after] = [card(base), card(now)];
  const other = cardParts[part].filter((field) => !sameValue(before[field], after[field]));
  return (
    <div
      ref={bringIntoSight}
      role="alert"
      tabIndex={-1}
      className="scroll-mt-2 rounded-xl border border-brass-edge bg-brass-soft px-4 py-3 text-sm"
    >
      <p className="font-semibold">{say("web.edit.meanwhile")}</p>
      {other.length === 0 ? (
        <p className="mt-0.5">{say("web.edit.meanwhile_elsewhere")}</p>
      ) : (
        <details className="mt-1" open={other.length === 1}>
          <summary className="font-medium underline decoration-brass-edge underline-offset-3">
            {say("web.edit.what_changed")}
          </summary>
          <dl className="mt-2 grid gap-2">
            {other.map((field) => (
              <div key={field}>
                <dt className="font-semibold">{fieldName(field)}</dt>
                {valueLines(field, after[field], now, locale).map((line) => (
                  <dd key={line} dir="auto" className="whitespace-pre-line">
                    {line}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
