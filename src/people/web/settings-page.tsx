import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Switch } from "../../ui/switch.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import type en from "../words.en.json";
import { FormProblem } from "./form-problem.tsx";
import { insistOnFilled, useSubmit } from "./form-submit.ts";
import { usePlace } from "./place.tsx";
import { type NounKey, nounKeys, nounsFor, plainNouns } from "./plain-words.ts";
import { peopleClient } from "./session.ts";
import { tellOutcome } from "./tell-outcome.ts";

const say = wordsOf<typeof en>("people");

/** The workspace's name and words, and for whoever keeps the installation, who may sign up. */
export function SettingsPage() {
  const { workspace, my } = usePlace();
  const may = workspace.me.administers;
  return (
    <>
      <PageHeader eyebrow={workspace.name} title={say("web.settings.title")} />
      <div className="grid max-w-3xl gap-5">
        {!may && <Banner tone="sky">{say("web.settings.not_yours")}</Banner>}
        <NameCard may={may} />
        <NounsCard may={may} />
        {my.keepsInstallation && <SignUpCard open={my.signUpOpen} />}
      </div>
    </>
  );
}

function NameCard({ may }: { may: boolean }) {
  const { workspace } = usePlace();
  const change = peopleClient.useDo("changeWorkspace");
  const submit = useSubmit(async ({ name = "" }) => {
    insistOnFilled({ name });
    await change.mutateAsync({ workspace: workspace.id, name });
    toast.success(say("web.saved"));
  });
  return (
    <Card title={say("web.settings.workspace")}>
      <form {...submit.form} className="grid gap-4">
        <FormProblem>{submit.problem}</FormProblem>
        <Field
          label={say("web.field.workspace_name")}
          hint={say("web.settings.name_hint")}
          error={submit.wrong("name")}
        >
          <TextInput
            key={workspace.name}
            name="name"
            defaultValue={workspace.name}
            maxLength={80}
            autoComplete="off"
            readOnly={!may}
          />
        </Field>
        {may && (
          <div>
            <Button type="submit" look="primary" busy={submit.busy}>
              {say("web.save")}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}

function NounsCard({ may }: { may: boolean }) {
  const { workspace } = usePlace();
  const plain = plainNouns();
  const own = workspace.ownNouns as Partial<Record<NounKey, string>>;
  const [typed, setTyped] = useState<Partial<Record<NounKey, string>>>(own);
  const change = peopleClient.useDo("changeWorkspace");
  const submit = useSubmit(async () => {
    const nouns = Object.fromEntries(nounKeys.map((key) => [key, typed[key]?.trim() ?? ""]));
    await change.mutateAsync({ workspace: workspace.id, nouns });
    toast.success(say("web.saved"));
  });
  const nouns = nounsFor(typed);
  return (
    <Card title={say("web.settings.nouns")} lead={say("web.settings.nouns_lead")}>
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
          {nounKeys.map((key) => (
            <Field key={key} label={say(`web.settings.noun.${key}`)} error={submit.wrong(`nouns.${key}`)}>
              <TextInput
                name={`nouns.${key}`}
                value={typed[key] ?? ""}
                placeholder={plain[key]}
                maxLength={30}
                autoComplete="off"
                autoCapitalize="none"
                readOnly={!may}
                onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
              />
            </Field>
          ))}
        </div>
        <figure className="rounded-xl border border-pasture-edge bg-pasture-soft px-5 py-4">
          <figcaption className="eyebrow">{say("web.settings.example_label")}</figcaption>
          <p aria-live="polite" className="serif mt-1.5 text-lg leading-snug font-medium">
            {say("web.settings.example", nouns)}
          </p>
        </figure>
        {may && (
          <div>
            <Button type="submit" look="primary" busy={submit.busy}>
              {say("web.settings.save_nouns")}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}

function SignUpCard({ open }: { open: boolean }) {
  const set = peopleClient.useDo("setSignUp");
  // shown at once; the answer, or the refusal, is what counts
  const shown = set.isPending ? (set.variables?.open ?? open) : open;
  return (
    <Card title={say("web.settings.installation")} lead={say("web.settings.installation_lead")}>
      <Switch
        label={say("web.settings.sign_up")}
        hint={say(shown ? "web.settings.sign_up_open" : "web.settings.sign_up_closed")}
        checked={shown}
        onChange={(event) => {
          if (set.isPending) return;
          const next = event.target.checked;
          void tellOutcome(
            set.mutateAsync({ open: next }),
            say(next ? "web.settings.now_open" : "web.settings.now_closed"),
          );
        }}
      />
    </Card>
  );
}
