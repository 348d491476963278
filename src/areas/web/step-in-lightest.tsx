import { Check, Copy, MoveRight } from "lucide-react";
import { useState } from "react";
import { useCopying } from "../../people/web/copying.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Field } from "../../ui/field.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { type Rung, rungs } from "../step-in-rules.ts";
import { say } from "./areas-words.ts";

/**
 * The ladder of moves with the lightest that fits, what it would look like, and the way to it; stepping in all the same is
 * always open.
 * @param rung null until the four questions are answered
 * @param href where the lighter move can be made
 * @param onPropose begins a proposal instead, where that is the move
 * @param onAllTheSame steps in although something lighter fits; null once that is chosen
 */
export function StepInLightest({
  rung,
  owner,
  name,
  href,
  onPropose,
  onAllTheSame,
}: {
  rung: Rung | null;
  owner: string | null;
  name: string;
  href?: string | undefined;
  onPropose?: (() => void) | undefined;
  onAllTheSame: (() => void) | null;
}) {
  const lighter = rung !== null && rung !== "step_in";
  return (
    <div
      className={classes(
        "rounded-xl border px-4 py-3.5",
        rung === null
          ? "border-line"
          : lighter
            ? "border-pasture-edge bg-pasture-soft"
            : "border-brass-edge bg-brass-soft",
      )}
    >
      <Ladder rung={rung} />
      <div role="status" className="mt-3">
        {rung === null ? (
          <p className="text-sm text-ink-2">{say("web.step_in.answer_all")}</p>
        ) : (
          <>
            <p className="font-semibold">{say("web.step_in.fits", { rung: say(`rung.${rung}`) })}</p>
            <p className="mt-0.5 max-w-prose text-sm">{say(`web.step_in.what.${rung}`)}</p>
          </>
        )}
      </div>
      {lighter && (
        <>
          {owner && rung !== "look" && <Words key={rung} rung={rung} owner={owner} name={name} />}
          <div className="mt-3 flex flex-wrap gap-2.5">
            {href && rung !== "look" && (
              <LinkButton href={href} look="primary">
                {say(`rung.${rung}`)}
              </LinkButton>
            )}
            {rung === "agree" && onPropose && (
              <Button look="primary" onClick={onPropose}>
                {say("web.step_in.propose")}
              </Button>
            )}
            {onAllTheSame && <Button onClick={onAllTheSame}>{say("web.step_in.all_the_same")}</Button>}
          </div>
        </>
      )}
    </div>
  );
}

function Ladder({ rung }: { rung: Rung | null }) {
  return (
    <ol aria-label={say("web.step_in.ladder")} className="flex flex-wrap items-center gap-x-1 gap-y-1.5 text-xs">
      {rungs.map((one, n) => (
        <li
          key={one}
          aria-current={one === rung ? "step" : undefined}
          className="inline-flex items-center gap-1 text-ink-2"
        >
          {n > 0 && <MoveRight aria-hidden="true" size={12} className="text-ink-3 rtl:-scale-x-100" />}
          <span
            className={classes(
              "rounded-full border px-2 py-0.5 font-semibold",
              one !== rung && "border-line-2 bg-raised",
              one === rung &&
                (one === "step_in"
                  ? "border-brass bg-raised text-brass-ink"
                  : "border-pasture-fill bg-pasture-fill text-white"),
            )}
          >
            {say(`rung.${one}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How a lighter move could be said: changed as one likes, and taken along. */
function Words({ rung, owner, name }: { rung: Exclude<Rung, "look" | "step_in">; owner: string; name: string }) {
  const [text, setText] = useState(() => say(`web.step_in.words.${rung}`, { owner, name }));
  const { ref, state, copy, anew } = useCopying<HTMLTextAreaElement>(text);
  return (
    <div className="mt-3">
      <Field label={say("web.step_in.words.label")}>
        <Textarea
          ref={ref}
          dir="auto"
          rows={2}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            anew();
          }}
        />
      </Field>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          size="sm"
          icon={state === "copied" ? <Check aria-hidden="true" size={15} /> : <Copy aria-hidden="true" size={15} />}
          onClick={copy}
        >
          {say("web.step_in.copy")}
        </Button>
        <p role="status" className="text-sm text-ink-2">
          {state === "copied" && say("web.step_in.copied")}
          {state === "selected" && say("web.step_in.selected")}
        </p>
      </div>
    </div>
  );
}
