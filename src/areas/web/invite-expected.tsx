import { UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { CopyLine } from "../../people/web/copy-line.tsx";
import { dayOf } from "../../people/web/day-words.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useReader } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { Person } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { useOnce } from "./once.ts";
import { useAreasPlace } from "./use-areas.ts";

/** Makes the link with which somebody who was named takes their place, and shows it once. */
export function InviteExpected({ person }: { person: Person }) {
  const { workspace, team } = useAreasPlace();
  const reader = useReader();
  const [open, setOpen] = useState(false);
  const invite = peopleClient.useDo("invite");
  const made = invite.data;
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) invite.reset();
  };
  const once = useOnce();
  const asked = { workspace: workspace.id, team: team.id, role: "member", placeholder: person.member } as const;
  // what went wrong is said from the mutation
  const make = () => once(() => invite.mutateAsync(asked).catch(() => {}));
  return (
    <>
      <Button
        size="sm"
        className="no-print"
        icon={<UserRoundPlus aria-hidden="true" size={15} />}
        onClick={() => change(true)}
      >
        {say("web.invite.button", { name: person.name })}
      </Button>
      <Dialog
        open={open}
        onOpen={change}
        title={say("web.invite.title", { name: person.name })}
        lead={say("web.invite.lead")}
        closeLabel={say("web.close")}
      >
        <div className="grid gap-5">
          <FormProblem>{invite.error?.message}</FormProblem>
          {made ? (
            <>
              <CopyLine label={say("web.invite.link")} text={`${location.origin}/join/${made.token}`} />
              <p className="rounded-lg bg-brass-soft px-3.5 py-2.5 text-sm text-brass-ink">
                {say("web.invite.once", { day: dayOf(made.expiresAt, reader) })}
              </p>
              <div className="flex justify-end">
                <Button onClick={() => change(false)}>{say("web.done")}</Button>
              </div>
            </>
          ) : (
            <div className="flex justify-end gap-2.5">
              <Button onClick={() => change(false)}>{say("web.cancel")}</Button>
              <Button look="primary" busy={invite.isPending} onClick={() => void make()}>
                {say("web.invite.make")}
              </Button>
            </div>
          )}
        </div>
      </Dialog>
    </>
  );
}
