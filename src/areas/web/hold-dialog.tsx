import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { alsoChanges } from "./answer-dialog.tsx";
import { type AreaView, areasClient } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { OwnerField, useOwnerChoice } from "./owner-choice.tsx";

export type HoldPart = "owner" | "deputy" | "learning";

/**
 * Hands an area to somebody, names who is second, or who learns it.
 * @param part which of the three, or null where nothing is asked
 * @param end called when it is done or left
 */
export function HoldDialog({ part, view, end }: { part: HoldPart | null; view: AreaView; end: () => void }) {
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState(part);
  if (part && part !== last) setLast(part);
  if (!last) return null;
  return (
    <Dialog
      open={part !== null}
      onOpen={(open) => !open && end()}
      title={say(`web.hold.title.${last}`, { name: view.name })}
      lead={say(`web.hold.lead.${last}`)}
      closeLabel={say("web.close")}
    >
      <HoldForm key={`${last}${part === null}`} part={last} view={view} end={end} />
    </Dialog>
  );
}

function HoldForm({ part, view, end }: { part: HoldPart; view: AreaView; end: () => void }) {
  const { workspace, team } = usePlace();
  const hold = areasClient.useDo("hold", alsoChanges);
  const ownerOf = useOwnerChoice();
  const now = { owner: view.owner?.member, deputy: view.deputy?.member, learning: undefined }[part] ?? null;
  const submit = useSubmit(
    async (typed) => {
      const member = await ownerOf(typed);
      if (part === "learning") insistOnFilled({ owner: member ?? "" });
      if (member === now) {
        end();
        return;
      }
      const { proposed } = await hold.mutateAsync({
        workspace: workspace.id,
        area: view.id,
        part,
        member,
        why: typed.why ?? "",
      });
      end();
      toast.success(say(proposed ? "web.hold.proposed" : "web.hold.done"));
    },
    {
      "areas.not_in_the_team": "owner",
      "areas.has_another_part": "owner",
      member: "owner",
      name: "newName",
    },
  );
  const taken = new Set(part === "learning" ? view.learning.map(({ member }) => member) : []);
  if (part !== "owner" && view.owner) taken.add(view.owner.member);
  return (
    <form {...submit.form} className="grid gap-5">
      <FormProblem>{submit.problem}</FormProblem>
      <OwnerField
        submit={submit}
        people={view.candidates.filter(({ member }) => !taken.has(member))}
        value={now}
        mayExpect={team?.myRole === "lead"}
        mayNobody
        label={say(`web.holders.${part}`)}
      />
      {part === "owner" && (
        <Field label={say("web.why")} optional={say("web.optional")} error={submit.wrong("why")}>
          <Textarea name="why" dir="auto" rows={2} maxLength={500} />
        </Field>
      )}
      {part === "owner" && (
        <p className="rounded-lg bg-neutral-soft px-3.5 py-2.5 text-sm text-ink-2">
          {whose(view, team?.myRole === "lead")}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2.5">
        <Button onClick={end}>{say("web.cancel")}</Button>
        <Button type="submit" look="primary" busy={submit.busy}>
          {say("web.save")}
        </Button>
      </div>
    </form>
  );
}

/** Whose yes a new owner needs, said beforehand. */
function whose({ owner, mine }: AreaView, leads: boolean): string {
  if (!owner || owner.expected || (leads && mine === "owner")) return say("web.propose.at_once");
  if (mine === "owner") return say("web.hold.needs_lead");
  return say("web.hold.needs_owner", { name: owner.name });
}
