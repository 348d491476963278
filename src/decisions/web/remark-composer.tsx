import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { type RemarkKind, remarkKinds } from "../deciding-rules.ts";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient, type Remark } from "./decisions-client.ts";

/**
 * Says something beside a decision, as one of the kinds that are mine to use now; whoever may use none reads why.
 * @param answers what it answers, where it does
 * @param end called when an answer is given or left
 */
export function RemarkComposer({ view, answers, end }: { view: DecidingView; answers?: Remark; end?: () => void }) {
  const { workspace } = usePlace();
  const kinds = remarkKinds.filter((kind) => view.whyNot[kind] === null);
  // whoever may not say what they think begins with a question
  const first = kinds.includes("comment") ? "comment" : kindsInOrder(kinds)[0];
  const [chosen, setKind] = useState<RemarkKind | null>(null);
  const [words, setWords] = useState("");
  const post = decisionsClient.useDo("remark", { alsoChanges: ["home", "notices"] });
  const kind = answers ? answerKind(kinds) : chosen && kinds.includes(chosen) ? chosen : first;
  const submit = useSubmit(async () => {
    insistOnFilled({ words });
    if (!kind) return;
    await post.mutateAsync({
      workspace: workspace.id,
      decision: view.id,
      kind,
      words,
      answers: answers?.id ?? null,
    });
    setWords("");
    end?.();
  });
  const leadSpeaksLast = !kinds.includes("comment") && kinds.length > 0;
  if (!kind) return <p className="text-sm text-ink-2">{view.whyNot.comment}</p>;
  return (
    <form {...submit.form} className="grid gap-3">
      <FormProblem>{submit.problem}</FormProblem>
      {!answers && kinds.length > 1 && (
        <div>
          <Segmented
            size="sm"
            label={say("web.remark.as")}
            value={kind}
            onValue={setKind}
            choices={kindsInOrder(kinds).map((one) => ({ value: one, label: say(`web.remark.kind.${one}`) }))}
          />
        </div>
      )}
      <Field
        label={
          <span className="sr-only">
            {answers ? say("web.remark.answer_to", { name: answers.by.name }) : say(`web.remark.write.${kind}`)}
          </span>
        }
        error={submit.wrong("words")}
        hint={leadSpeaksLast && !answers ? view.whyNot.comment : undefined}
      >
        <Textarea
          name="words"
          dir="auto"
          rows={2}
          maxLength={2000}
          autoFocus={answers !== undefined}
          placeholder={
            answers ? say("web.remark.answer_to", { name: answers.by.name }) : say(`web.remark.write.${kind}`)
          }
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        {end && <Button onClick={end}>{say("web.deciding.cancel")}</Button>}
        <Button type="submit" busy={submit.busy} disabled={!words.trim()}>
          {answers ? say("web.remark.answer") : say(`web.remark.send.${kind}`)}
        </Button>
      </div>
    </form>
  );
}

/** An answer is a comment; from whoever gives no opinions yet it is a fact. */
function answerKind(kinds: readonly RemarkKind[]): RemarkKind | undefined {
  if (kinds.includes("comment")) return "comment";
  return kinds.includes("fact") ? "fact" : kinds[0];
}

/** Questions first for whoever may only ask and tell facts. */
function kindsInOrder(kinds: readonly RemarkKind[]): RemarkKind[] {
  return kinds.includes("comment") ? [...kinds] : kinds.toSorted((a) => (a === "question" ? -1 : 1));
}
