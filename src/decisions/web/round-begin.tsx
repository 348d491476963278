import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, FieldError } from "../../ui/field.tsx";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import { type Exit, exits, type Method, methodRules, quorumNeeded } from "../method-rules.ts";
import { raisesObjections } from "../round-rules.ts";
import { exitName, methodName, momentText, say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient } from "./decisions-client.ts";
import { DueField } from "./round-begin-when.tsx";
import { WhomField, whoSpeaks } from "./round-begin-whom.tsx";
import { dueChoices } from "./round-due.ts";

/** Begins a sealed round: method, last moment, and whose voices; all of it is fixed from then on. */
export function BeginRound({ view, open, close }: { view: DecidingView; open: boolean; close: () => void }) {
  const n = (view.rounds[0]?.n ?? 0) + 1;
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && close()}
      width="md"
      title={say("web.round.begin_title", { n })}
      lead={<bdi>{view.title}</bdi>}
      closeLabel={say("web.deciding.close")}
    >
      <BeginForm view={view} close={close} />
    </Dialog>
  );
}

const quorums = [0, 33, 50, 67, 75, 100];
const windows = [4, 24, 48, 72, 168];

function BeginForm({ view, close }: { view: DecidingView; close: () => void }) {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const { ahead } = view;
  const [read] = useState(view.n);
  const [now] = useState(() => Date.now());
  const [method, setMethod] = useState<Method>(ahead.methods[0] ?? "advice");
  const [dueAt, setDueAt] = useState<string | null>(
    () => dueChoices(now, timeZone, view.decideBy).find(({ key }) => key === "three_days")!.at,
  );
  const [quorum, setQuorum] = useState(50);
  const [exit, setExit] = useState<Exit | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([]);
  const begin = decisionsClient.useDo("beginRound", { alsoChanges: ["home", "notices"] });
  const rules = methodRules[method];
  const who = whoSpeaks(view, method, workspace.me.id, chosen);
  const unread = ahead.acknowledge.length - acknowledged.length;
  const changed = view.n !== read;
  const submit = useSubmit(
    async ({ exitNote = "", windowHours = "24" }) => {
      const { opened } = await begin.mutateAsync({
        workspace: workspace.id,
        decision: view.id,
        n: read,
        method,
        dueAt: dueAt ?? "",
        quorum: rules.quorum ? quorum : 0,
        exit: raisesObjections(method) ? exit : null,
        exitNote: exit ? exitNote : "",
        windowHours: Number(windowHours),
        electors: [...chosen],
        acknowledged: unread === 0,
      });
      close();
      toast.success(
        opened
          ? say("web.round.opened_at_once")
          : say("web.round.begun", { moment: momentText(dueAt!, Date.now(), locale, timeZone) }),
      );
    },
    {
      "decisions.due_too_soon": "dueAt",
      "decisions.due_too_late": "dueAt",
      "decisions.exit_needed": "exit",
      "decisions.read_them_first": "acknowledged",
    },
  );
  return (
    <form {...submit.form} className="grid gap-6">
      <FormProblem>{submit.problem}</FormProblem>
      {changed && (
        <Banner live tone="brass" icon={<CircleAlert />}>
          {say("web.round.changed_meanwhile")}
        </Banner>
      )}
      {ahead.methods.length > 1 ? (
        <RadioGroup
          cards
          legend={say("web.round.method")}
          value={method}
          onValue={setMethod}
          choices={ahead.methods.map((one) => ({
            value: one,
            label: <span className="font-semibold">{methodName(one)}</span>,
            hint: say(`method_means.${one}`),
          }))}
        />
      ) : (
        <p className="rounded-lg bg-neutral-soft px-4 py-3 text-sm">
          <span className="font-semibold">{methodName(method)}.</span> {say(`method_means.${method}`)}
        </p>
      )}
      <DueField now={now} decideBy={view.decideBy} value={dueAt} onValue={setDueAt} error={submit.wrong("dueAt")} />
      {rules.quorum && (
        <Field label={say("web.round.quorum")} hint={say("web.round.quorum_hint")}>
          <Select
            value={String(quorum)}
            onChange={(event) => setQuorum(Number(event.target.value))}
            choices={quorums.map((per) => ({
              value: String(per),
              label:
                per === 0
                  ? say("web.round.no_quorum")
                  : say("web.round.quorum_of", {
                      per: per / 100,
                      n: quorumNeeded(who.speak.length, per),
                      of: who.speak.length,
                    }),
            }))}
          />
        </Field>
      )}
      {raisesObjections(method) && (
        <div className="grid gap-4">
          <RadioGroup
            legend={say("web.round.exit")}
            value={exit}
            onValue={setExit}
            error={submit.wrong("exit")}
            choices={exits.map((one) => ({
              value: one,
              label: exitName(one),
              hint: say(`web.round.exit_means.${one}`),
            }))}
          />
          {exit && (
            <Field
              label={say("web.round.exit_note")}
              optional={say("web.voice.optional")}
              error={submit.wrong("exitNote")}
            >
              <TextInput
                name="exitNote"
                dir="auto"
                maxLength={300}
                placeholder={say(`web.round.exit_example.${exit}`)}
              />
            </Field>
          )}
        </div>
      )}
      <WhomField view={view} method={method} chosen={chosen} onChosen={setChosen} />
      {who.leads.length > 0 && (
        <Field label={say("web.round.window")} hint={say("web.round.window_hint")}>
          <Select
            name="windowHours"
            defaultValue="24"
            choices={windows.map((hours) => ({
              value: String(hours),
              label: hours % 24 === 0 ? say("web.round.days", { n: hours / 24 }) : say("web.round.hours", { n: hours }),
            }))}
          />
        </Field>
      )}
      {ahead.acknowledge.length > 0 && (
        <fieldset className="grid gap-2.5">
          <legend className="mb-2 text-sm font-semibold">{say("web.round.acknowledge")}</legend>
          {ahead.acknowledge.map((words) => (
            <Checkbox
              key={words}
              label={<bdi>{words}</bdi>}
              checked={acknowledged.includes(words)}
              onChange={(event) =>
                setAcknowledged(
                  event.target.checked ? [...acknowledged, words] : acknowledged.filter((one) => one !== words),
                )
              }
            />
          ))}
          <FieldError>{submit.wrong("acknowledged")}</FieldError>
        </fieldset>
      )}
      <div className="grid gap-4 border-t border-line pt-4">
        <p className="text-sm text-ink-2">{say("web.round.fixed")}</p>
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={close}>{say("web.deciding.cancel")}</Button>
          <Button
            type="submit"
            look="primary"
            busy={submit.busy}
            why={
              changed
                ? say("web.round.changed_meanwhile")
                : unread > 0
                  ? say("web.round.read_first", { n: unread })
                  : dueAt === null
                    ? say("web.round.name_moment")
                    : null
            }
          >
            {say("web.round.begin")}
          </Button>
        </div>
      </div>
    </form>
  );
}
