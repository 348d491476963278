import { Lock } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Field, FieldError } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import type { Stance } from "../method-rules.ts";
import { say, stanceName } from "./deciding-words.ts";
import type { Round } from "./decisions-client.ts";
import { useVoice } from "./voice-give.ts";
import { keptVoice } from "./voice-kept.ts";
import { StanceIcon, stanceGround } from "./voice-stance.tsx";

/**
 * My voice: a stance, a reason where it needs one, and Send. What is chosen and typed stays in this browser until the round
 * has it.
 * @param last a lead's, which is read as soon as it is given and cannot be changed
 * @param end called when it is given or left as it was
 */
export function VoiceForm({
  decision,
  round,
  last = false,
  end,
}: {
  decision: string;
  round: Round;
  last?: boolean;
  end?: (() => void) | undefined;
}) {
  const { workspace } = usePlace();
  const browser = keptVoice(round.id, workspace.me.id);
  const [begin] = useState(
    () => browser.kept() ?? { stance: round.mine?.stance ?? null, reason: round.mine?.reason ?? "" },
  );
  const [stance, setStance] = useState<Stance | null>(begin.stance);
  const [reason, setReason] = useState(begin.reason);
  const [missing, setMissing] = useState<"stance" | "reason" | null>(null);
  const give = useVoice(decision);
  const id = useId();
  const keep = (next: { stance: Stance | null; reason: string }) => {
    setStance(next.stance);
    setReason(next.reason);
    setMissing(null);
    browser.keep(next);
  };
  const submit = useSubmit(
    async () => {
      if (!stance) return;
      await give.mutateAsync({ round: round.id, stance, reason });
      browser.forget();
      toast.success(say(last ? "web.voice.given_last" : round.mine ? "web.voice.changed" : "web.voice.given"));
      end?.();
    },
    { "decisions.reason_needed": "reason" },
  );
  const needed = stance !== null && round.reasoned.includes(stance);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    const lacks = stance === null ? "stance" : needed && !reason.trim() ? "reason" : null;
    if (!lacks) return submit.form.onSubmit(event);
    event.preventDefault();
    setMissing(lacks);
    const first = lacks === "stance" ? "input" : "textarea";
    event.currentTarget.querySelector<HTMLElement>(first)?.focus();
  };
  return (
    <form {...submit.form} onSubmit={(event) => void send(event)} className="grid gap-4">
      <FormProblem>{submit.problem}</FormProblem>
      <fieldset aria-describedby={missing === "stance" ? id : undefined}>
        <legend className="sr-only">{say("web.voice.stance")}</legend>
        <div className={classes("grid gap-2.5", round.stances.length === 3 ? "sm:grid-cols-3" : "xs:grid-cols-2")}>
          {round.stances.map((one) => (
            <StanceChoice
              key={one}
              stance={one}
              chosen={one === stance}
              onChoose={() => keep({ stance: one, reason })}
            />
          ))}
        </div>
        <div className="mt-2 empty:hidden">
          <FieldError id={id}>{missing === "stance" && say("web.voice.choose_first")}</FieldError>
        </div>
      </fieldset>
      {stance && (
        <Field
          label={say(needed ? `web.voice.reason_${stance as "concern" | "object" | "against"}` : "web.voice.reason")}
          {...(needed ? { required: true } : { optional: say("web.voice.optional") })}
          error={missing === "reason" ? say("web.voice.reason_needed") : submit.wrong("reason")}
        >
          <Textarea
            name="reason"
            dir="auto"
            rows={needed ? 3 : 2}
            maxLength={2000}
            value={reason}
            onChange={(event) => keep({ stance, reason: event.target.value })}
          />
        </Field>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2.5">
        <p className="flex min-w-0 flex-1 basis-56 items-start gap-1.5 text-sm text-ink-2">
          {!last && <Lock aria-hidden="true" size={14} className="mt-0.75 shrink-0" />}
          <span>{say(last ? "web.voice.last_is_final" : "web.voice.who_reads")}</span>
        </p>
        {end && (
          <Button
            onClick={() => {
              browser.forget();
              end();
            }}
          >
            {say("web.voice.leave")}
          </Button>
        )}
        <Button type="submit" look="primary" busy={submit.busy} className="pointer-coarse:min-h-12 pointer-coarse:px-6">
          {say(round.mine ? "web.voice.send_again" : "web.voice.send")}
        </Button>
      </div>
    </form>
  );
}

function StanceChoice({ stance, chosen, onChoose }: { stance: Stance; chosen: boolean; onChoose: () => void }) {
  const id = useId();
  return (
    <label
      className={classes(
        "flex min-h-16 items-start gap-3 rounded-xl border px-3.5 py-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pasture forced-colors:has-checked:border-4",
        chosen ? classes("shadow-sm", stanceGround(stance)) : "border-line-2 bg-raised hover:border-edge",
      )}
    >
      <input
        type="radio"
        name="stance"
        value={stance}
        checked={chosen}
        onChange={onChoose}
        aria-describedby={id}
        className="sr-only"
      />
      <StanceIcon stance={stance} className="mt-0.5" />
      <span className="min-w-0">
        <span className="font-semibold">{stanceName(stance)}</span>
        <span id={id} className="block text-sm leading-snug text-ink-2">
          {say(`web.voice.means.${stance}`)}
        </span>
      </span>
    </label>
  );
}
