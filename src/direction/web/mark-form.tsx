import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { type BackBrief, directionClient, type Verdict } from "./direction-client.ts";
import { say, verdictName, verdicts } from "./direction-words.ts";

/**
 * Marks one back-brief: the same is one press (or the key 1), the others (2, 3) ask what the intent left out.
 * @param takeFocus true where it came up by itself after another one
 * @param marked called when it is done
 */
export function MarkForm({
  brief,
  takeFocus = false,
  marked,
}: {
  brief: BackBrief;
  takeFocus?: boolean;
  marked: () => void;
}) {
  const { workspace } = usePlace();
  const judge = directionClient.useDo("judgeBackBrief");
  const [verdict, setVerdict] = useState<Verdict | null>(brief.verdict);
  const [leftOut, setLeftOut] = useState(brief.leftOut ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const chosen = useRef(false);
  useEffect(() => {
    if (takeFocus) first.current?.focus();
  }, [takeFocus]);
  useEffect(() => {
    if (chosen.current && verdict) text.current?.focus();
  }, [verdict]);

  const mark = async (as: Verdict, words: string) => {
    if (judge.isPending) return;
    setProblem(null);
    try {
      await judge.mutateAsync({ workspace: workspace.id, backBrief: brief.id, verdict: as, leftOut: words });
      marked();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.message);
    }
  };
  const choose = (as: Verdict) => {
    chosen.current = true;
    setVerdict(as);
    // nothing was left out where it came back the same
    if (as === "same") void mark(as, "");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) {
      if (event.key === "Enter" && verdict && verdict !== "same") void mark(verdict, leftOut);
      return;
    }
    const as = verdicts[Number(event.key) - 1];
    if (!as || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    choose(as);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what its buttons do as well
    <div onKeyDown={onKeyDown} className="grid gap-4">
      <FormProblem>{problem}</FormProblem>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-sm font-semibold">{say("web.mark.question")}</legend>
        <div className="flex flex-wrap gap-2.5">
          {verdicts.map((as, place) => (
            <Button
              key={as}
              ref={place === 0 ? first : undefined}
              look={verdict === as ? "primary" : "plain"}
              aria-pressed={verdict === as}
              busy={judge.isPending && judge.variables?.verdict === as}
              onClick={() => choose(as)}
            >
              {verdictName(as)}
              <span aria-hidden="true" className="opacity-80 pointer-coarse:hidden">
                <Kbd>{place + 1}</Kbd>
              </span>
            </Button>
          ))}
        </div>
      </fieldset>
      {verdict && verdict !== "same" && (
        <>
          <Field label={say("web.mark.left_out")} optional={say("web.optional")} hint={say("web.mark.left_out_hint")}>
            <Textarea
              ref={text}
              dir="auto"
              rows={2}
              maxLength={1000}
              value={leftOut}
              onChange={(event) => setLeftOut(event.target.value)}
            />
          </Field>
          <div className="flex flex-wrap items-center justify-end gap-2.5">
            <span aria-hidden="true" className="text-xs text-ink-2 pointer-coarse:hidden">
              <Kbd>{/Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl"}</Kbd> <Kbd>↵</Kbd>
            </span>
            <Button look="primary" busy={judge.isPending} onClick={() => void mark(verdict, leftOut)}>
              {say("web.mark.mark_as", { verdict })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
