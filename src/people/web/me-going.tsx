import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import type en from "../words.en.json";
import { FormProblem } from "./form-problem.tsx";
import { insistOnFilled, useSubmit } from "./form-submit.ts";
import { usePlace } from "./place.tsx";
import { peopleClient } from "./session.ts";
import { passwordWords } from "./sign-in-fields.tsx";

const say = wordsOf<typeof en>("people");

/** Leaving this workspace, and deleting my sign-in. */
export function GoingCard() {
  const { workspace } = usePlace();
  const [leaving, setLeaving] = useState(false);
  const [erasing, setErasing] = useState(false);
  return (
    <Card title={say("web.going.title")} className="max-lg:order-last">
      <div className="grid gap-4">
        <div>
          <p className="mb-2.5 text-sm text-ink-2">{say("web.going.leave_means")}</p>
          <Button onClick={() => setLeaving(true)}>{say("web.going.leave", { workspace: workspace.name })}</Button>
        </div>
        <div className="border-t border-line pt-4">
          <p className="mb-2.5 text-sm text-ink-2">{say("web.going.erase_means")}</p>
          <Button className="text-clay-ink!" onClick={() => setErasing(true)}>
            {say("web.going.erase")}
          </Button>
        </div>
      </div>
      <Leave open={leaving} onOpen={setLeaving} />
      <Dialog
        open={erasing}
        onOpen={setErasing}
        title={say("web.going.erase_title")}
        lead={say("web.going.erase_what")}
        closeLabel={say("web.close")}
      >
        <Erase end={() => setErasing(false)} />
      </Dialog>
    </Card>
  );
}

function Leave({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const { workspace } = usePlace();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const leave = async () => {
    setBusy(true);
    setError(null);
    try {
      // asked without reading again: what stood here is not mine to read any more
      await peopleClient.ask("leaveWorkspace", { workspace: workspace.id });
      location.assign("/");
    } catch (refused) {
      setError((refused as Error).message);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open={open}
      onOpen={onOpen}
      title={say("web.going.leave_title", { workspace: workspace.name })}
      confirm={say("web.going.leave_submit")}
      cancel={say("web.cancel")}
      danger
      busy={busy}
      error={error}
      onConfirm={() => void leave()}
    >
      {say("web.going.leave_what")}
    </ConfirmDialog>
  );
}

function Erase({ end }: { end: () => void }) {
  const submit = useSubmit(
    async ({ password = "" }) => {
      insistOnFilled({ password });
      await peopleClient.ask("eraseMe", { password });
      location.assign("/sign-in");
    },
    { "people.wrong_password": "password" },
  );
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field label={say("web.going.erase_password")} error={submit.wrong("password")}>
        <PasswordInput name="password" autoComplete="current-password" maxLength={128} words={passwordWords()} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="danger" busy={submit.busy}>
          {say("web.going.erase_submit")}
        </Button>
      </div>
    </form>
  );
}
