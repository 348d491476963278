import { useRef, useState } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { levelText } from "../../areas/web/level-words.ts";
import { likelyCurrency } from "../../areas/web/may-i-currency.ts";
import { Refused } from "../../foundation/client.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.ts";
import { ChoicesDialog } from "./choices-dialog.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, type DraftChoices, decisionsClient } from "./decisions-client.ts";
import { LevelChip } from "./level-chip.tsx";
import { insistOnProposal } from "./propose-check.ts";
import { draftChanges, factsTyped, laidOver, type ProposalTyped, proposalOf, usualCurrency } from "./propose-draft.ts";
import { ProposalFields, proposalFieldOf } from "./propose-fields.tsx";
import { useWeigh } from "./use-weigh.ts";
import { becauseText } from "./weigh-panel.tsx";

/**
 * Changes what is proposed while it is shaped. Only what is other is handed in; what somebody else changed meanwhile is read
 * again and stays.
 * @param view the decision as its page has it
 * @param close called when it is done or left
 */
export function EditDecision({ view, close }: { view: DecidingView; close: () => void }) {
  return (
    <ChoicesDialog
      team={view.team}
      title={say("web.propose.edit.title")}
      closeLabel={say("web.propose.close")}
      close={close}
    >
      {(choices) => <EditForm view={view} choices={choices} close={close} />}
    </ChoicesDialog>
  );
}

function EditForm({ view, choices, close }: { view: DecidingView; choices: DraftChoices; close: () => void }) {
  const { workspace } = usePlace();
  const currency = usualCurrency(choices.areas, view.area?.area ?? "", likelyCurrency(spokenVariety()));
  const read = useRef({ n: view.n, typed: proposalOf(view, currency) });
  const [typed, setTyped] = useState<ProposalTyped>(read.current.typed);
  const weighed = useWeigh(workspace.id, view.team, factsTyped(typed));
  const save = decisionsClient.useDo("change", { alsoChanges: ["home", "notices"] });
  const ahead = weighed.data?.ahead;
  const area = choices.areas.find((one) => one.area === weighed.area)?.name;
  const submit = useSubmit(async () => {
    insistOnProposal(typed);
    const draft = draftChanges(read.current.typed, typed);
    if (Object.keys(draft).length === 0) {
      close();
      return;
    }
    try {
      await save.mutateAsync({ workspace: workspace.id, decision: view.id, n: read.current.n, draft });
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== "decisions.changed_meanwhile") throw error;
      const now = await decisionsClient.ask("deciding", { workspace: workspace.id, decision: view.id });
      const before = read.current.typed;
      read.current = { n: now.n, typed: proposalOf(now, currency) };
      setTyped(laidOver(before, typed, read.current.typed));
      throw new Refused(error.code, say("web.propose.edit.merged"), error.status);
    }
    close();
    toast.success(say("web.propose.edit.done"));
  }, proposalFieldOf);
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <ProposalFields
        typed={typed}
        change={(patch) => setTyped({ ...typed, ...patch })}
        wrong={submit.wrong}
        choices={choices}
        named={view}
        goalNeeded={ahead?.mustNameGoal || false}
      />
      <div className="flex flex-wrap items-center justify-end gap-2.5 border-t border-line pt-4">
        {ahead && (
          <p
            aria-live="polite"
            className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-x-2.5 text-sm text-ink-2"
          >
            <LevelChip level={ahead.level} />
            <span aria-live="polite">
              <span className="sr-only">{levelText(ahead.level)}, </span>
              {listText(
                ahead.because.map((one) => becauseText(one, area)),
                spokenVariety(),
              )}
            </span>
          </p>
        )}
        <Button onClick={close}>{say("web.propose.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.propose.edit.save")}
        </Button>
      </div>
    </form>
  );
}
