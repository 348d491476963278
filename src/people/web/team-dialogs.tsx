import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import type en from "../words.en.json";
import { FormProblem } from "./form-problem.tsx";
import { insistOnFilled, useSubmit } from "./form-submit.ts";
import { usePlace } from "./place.tsx";
import { peopleClient } from "./session.ts";
import { inTreeOrder, type TeamEntry, whatIMay } from "./team-tree.ts";
import { tellOutcome } from "./tell-outcome.ts";

const say = wordsOf<typeof en>("people");

/** What is being done to the tree: one dialog at a time. `under` null makes a team at the top. */
export type TeamDeed =
  | { deed: "make"; under: TeamEntry | null }
  | { deed: "rename" | "move" | "close"; team: TeamEntry };

/**
 * The dialog of what is being done to the tree of teams, if anything is.
 * @param doing what, or null
 * @param end called when it is done or left
 */
export function TeamDialogs({ doing, end }: { doing: TeamDeed | null; end: () => void }) {
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState(doing);
  const [key, setKey] = useState(0);
  if (doing && doing !== last) {
    setLast(doing);
    setKey(key + 1);
  }
  if (!last) return null;
  const open = doing !== null;
  if (last.deed === "make") return <MakeTeam key={key} open={open} under={last.under} end={end} />;
  if (last.deed === "rename") return <RenameTeam key={key} open={open} team={last.team} end={end} />;
  if (last.deed === "move") return <MoveTeam key={key} open={open} team={last.team} end={end} />;
  return <CloseTeam key={key} open={open} team={last.team} end={end} />;
}

function MakeTeam({ open, under, end }: { open: boolean; under: TeamEntry | null; end: () => void }) {
  const { workspace } = usePlace();
  const navigate = useNavigate();
  const make = peopleClient.useDo("makeTeam");
  const submit = useSubmit(async ({ name = "" }) => {
    insistOnFilled({ name });
    const { team } = await make.mutateAsync({
      workspace: workspace.id,
      name,
      ...(under ? { parent: under.id } : {}),
    });
    end();
    toast.success(say("web.teams.made", { name: name.trim() }));
    await navigate({ to: "/w/$workspace/t/$team", params: { workspace: workspace.slug, team } });
  });
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={under ? say("web.teams.make_under_title", { name: under.name }) : say("web.teams.make_title")}
      lead={say("web.teams.make_lead")}
      closeLabel={say("web.close")}
    >
      <NameForm submit={submit} action={say("web.teams.make_submit")} end={end} />
    </Dialog>
  );
}

function RenameTeam({ open, team, end }: { open: boolean; team: TeamEntry; end: () => void }) {
  const { workspace } = usePlace();
  const change = peopleClient.useDo("changeTeam");
  const submit = useSubmit(async ({ name = "" }) => {
    insistOnFilled({ name });
    if (name.trim() !== team.name) await change.mutateAsync({ workspace: workspace.id, team: team.id, name });
    end();
  });
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say("web.teams.rename_title", { name: team.name })}
      closeLabel={say("web.close")}
    >
      <NameForm submit={submit} action={say("web.save")} end={end} name={team.name} />
    </Dialog>
  );
}

function NameForm({
  submit,
  action,
  end,
  name,
}: {
  submit: ReturnType<typeof useSubmit>;
  action: string;
  end: () => void;
  name?: string;
}) {
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <Field label={say("web.teams.name")} error={submit.wrong("name")}>
        <TextInput name="name" defaultValue={name} autoComplete="off" maxLength={80} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

const top = "top";

function MoveTeam({ open, team, end }: { open: boolean; team: TeamEntry; end: () => void }) {
  const { workspace } = usePlace();
  const change = peopleClient.useDo("changeTeam");
  const may = whatIMay(workspace);
  const submit = useSubmit(
    async ({ parent = top }) => {
      const to = parent === top ? null : parent;
      if (to !== team.parent) await change.mutateAsync({ workspace: workspace.id, team: team.id, parent: to });
      end();
    },
    { "people.under_itself": "parent" },
  );
  const places = inTreeOrder(workspace.teams).filter(({ team: { id, closed } }) => id !== team.id && !closed);
  return (
    <Dialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say("web.teams.move_title", { name: team.name })}
      lead={say("web.teams.move_lead")}
      closeLabel={say("web.close")}
    >
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        <Field label={say("web.teams.move_under")} hint={say("web.teams.move_hint")} error={submit.wrong("parent")}>
          <Select
            name="parent"
            defaultValue={team.parent ?? top}
            choices={[
              {
                value: top,
                label: say("web.teams.at_top"),
                disabled: team.parent !== null && may.moveUnder(team, null) !== null,
              },
              ...places.map(({ team: place, depth }) => ({
                value: place.id,
                label: `${"   ".repeat(depth)}${place.name}`,
                disabled: place.id !== team.parent && may.moveUnder(team, place) !== null,
              })),
            ]}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={end}>{say("web.cancel")}</Button>
          <Button type="submit" look="primary" busy={submit.busy}>
            {say("web.teams.move_submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function CloseTeam({ open, team, end }: { open: boolean; team: TeamEntry; end: () => void }) {
  const { workspace } = usePlace();
  const close = peopleClient.useDo("closeTeam");
  const reopen = useReopen();
  return (
    <ConfirmDialog
      open={open}
      onOpen={(next) => !next && end()}
      title={say("web.teams.close_title", { name: team.name })}
      confirm={say("web.teams.close")}
      cancel={say("web.cancel")}
      busy={close.isPending}
      error={close.error?.message}
      onConfirm={() =>
        close.mutate(
          { workspace: workspace.id, team: team.id, closed: true },
          {
            onSuccess() {
              end();
              toast.success(say("web.teams.closed", { name: team.name }), {
                label: say("web.undo"),
                onPress: () => reopen(team),
              });
            },
          },
        )
      }
    >
      {say("web.teams.close_what")}
    </ConfirmDialog>
  );
}

/** Opens a closed team again. */
export function useReopen(): (team: Pick<TeamEntry, "id" | "name">) => void {
  const { workspace } = usePlace();
  const open = peopleClient.useDo("closeTeam");
  return (team) =>
    void tellOutcome(
      open.mutateAsync({ workspace: workspace.id, team: team.id, closed: false }),
      say("web.teams.open_again_done", { name: team.name }),
    );
}
