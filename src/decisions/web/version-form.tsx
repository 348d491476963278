import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { keptWords } from "../../people/web/kept-words.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient, type Objection } from "./decisions-client.ts";
import { VersionChanges } from "./version-changes.tsx";

/**
 * Writes a new version of the proposal after voices were heard, ticking the objections and concerns it integrates.
 * @param then called when it stands: a new version needs a round of its own
 */
export function VersionForm({
  view,
  open,
  close,
  then,
}: {
  view: DecidingView;
  open: boolean;
  close: () => void;
  then: () => void;
}) {
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && close()}
      width="lg"
      title={say("web.version.new_title", { n: view.version + 1 })}
      lead={say("web.version.new_lead")}
      closeLabel={say("web.deciding.close")}
    >
      <NewVersion view={view} close={close} then={then} />
    </Dialog>
  );
}

function NewVersion({ view, close, then }: { view: DecidingView; close: () => void; then: () => void }) {
  const { workspace } = usePlace();
  // what was there when writing began: somebody else's change meanwhile is refused, not overwritten
  const [start] = useState({ n: view.n, proposal: view.proposal });
  // a sheet that is closed by mistake loses nothing
  const browser = keptWords<{ version: number; proposal: string }>("version", view.id, workspace.me.id);
  const [proposal, setProposal] = useState(() => {
    const kept = browser.kept();
    return kept?.version === view.version ? kept.proposal : view.proposal;
  });
  const change = (text: string) => {
    setProposal(text);
    browser.keep({ version: view.version, proposal: text });
  };
  const [taken, setTaken] = useState<readonly string[]>([]);
  const write = decisionsClient.useDo("newVersion", { alsoChanges: ["home", "notices"] });
  const standing = view.objections.filter(({ state }) => state === "raised");
  const changed = proposal.trim() !== start.proposal.trim();
  const submit = useSubmit(
    async ({ whatChanged = "" }) => {
      insistOnFilled({ proposal });
      const { version } = await write.mutateAsync({
        workspace: workspace.id,
        decision: view.id,
        n: start.n,
        proposal,
        whatChanged,
        integrates: [...taken],
      });
      browser.forget();
      close();
      toast.success(say("web.version.stands", { n: version }));
      then();
    },
    { "decisions.nothing_changed": "proposal" },
  );
  const tick = (id: string, on: boolean) => setTaken(on ? [...taken, id] : taken.filter((one) => one !== id));
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      {standing.length > 0 && (
        <fieldset className="grid gap-2.5">
          <legend className="mb-2 text-sm font-semibold">{say("web.version.integrates")}</legend>
          {standing.map((one) => (
            <TickObjection key={one.id} one={one} on={taken.includes(one.id)} tick={(on) => tick(one.id, on)} />
          ))}
        </fieldset>
      )}
      <Field label={say("web.version.proposal")} error={submit.wrong("proposal")} required>
        <Textarea
          name="proposal"
          dir="auto"
          rows={6}
          maxLength={6000}
          value={proposal}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
      {changed && (
        <details className="rounded-lg bg-neutral-soft px-4 py-3" open>
          <summary className="w-fit rounded-sm text-sm font-semibold">{say("web.version.as_changes")}</summary>
          <div className="mt-2 text-sm">
            <VersionChanges before={start.proposal} after={proposal} />
          </div>
        </details>
      )}
      <Field
        label={say("web.version.in_words")}
        hint={say("web.version.in_words_hint")}
        optional={say("web.voice.optional")}
        error={submit.wrong("whatChanged")}
      >
        <Textarea name="whatChanged" dir="auto" rows={2} maxLength={1000} />
      </Field>
      <p className="text-sm text-ink-2">{say("web.version.no_carrying")}</p>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={close}>{say("web.deciding.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy} why={changed ? null : say("web.version.change_first")}>
          {say("web.version.write")}
        </Button>
      </div>
    </form>
  );
}

function TickObjection({ one, on, tick }: { one: Objection; on: boolean; tick: (on: boolean) => void }) {
  return (
    <div className="rounded-lg border border-line-2 bg-raised px-3.5 py-2.5 has-checked:border-pasture has-checked:bg-pasture-soft">
      <Checkbox
        checked={on}
        onChange={(event) => tick(event.target.checked)}
        label={
          <span className="flex flex-wrap items-baseline gap-x-2">
            <bdi className="font-semibold">{one.by.name}</bdi>
            <Badge tone={one.kind === "objection" ? "clay" : "brass"}>{say(`web.objection.${one.kind}`)}</Badge>
          </span>
        }
        hint={<bdi className="whitespace-pre-line">{one.words}</bdi>}
      />
    </div>
  );
}
