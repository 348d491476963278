import { useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { toast } from "../../ui/toast.ts";
import { backBriefDays } from "../intent-rules.ts";
import { daysAfter } from "./calendar.ts";
import { useToday } from "./day-text.tsx";
import { directionClient } from "./direction-client.ts";
import { say } from "./direction-words.ts";

const mostNames = 8;

/**
 * Asks once before a draft is published: who reads it, and who is asked to play it back.
 * @param save brings what was typed to the server; false where that cannot be done now
 * @param published called when it is out
 */
export function PublishDialog({
  team,
  version,
  open,
  onOpen,
  save,
  published,
}: {
  team: TeamEntry;
  version: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  save: () => Promise<boolean>;
  published: () => void;
}) {
  const { workspace } = usePlace();
  const publish = directionClient.useDo("publish");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      if (!(await save())) {
        setProblem(say("web.draft.not_kept"));
        return;
      }
      await publish.mutateAsync({ workspace: workspace.id, team: team.id });
      onOpen(false);
      published();
      toast.success(say("web.draft.published", { n: version }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      open={open}
      onOpen={(next) => {
        setProblem(null);
        onOpen(next);
      }}
      title={say("web.draft.publish_title", { n: version })}
      confirm={say("web.draft.publish")}
      cancel={say("web.draft.not_yet")}
      busy={busy}
      error={problem}
      onConfirm={() => void go()}
    >
      <WhoIsAsked team={team} open={open} />
    </ConfirmDialog>
  );
}

/** Who reads it from now on, and who is asked to play it back: leads other than the writer, and members. */
function WhoIsAsked({ team, open }: { team: TeamEntry; open: boolean }) {
  const { workspace } = usePlace();
  const { locale } = useReader();
  const today = useToday();
  const shown = peopleClient.useAsk("showTeam", { workspace: workspace.id, team: team.id }, { enabled: open });
  const asked = (shown.data?.people ?? []).filter(
    ({ member, role }) => role !== "observer" && member !== workspace.me.id,
  );
  const named = asked.slice(0, mostNames).map(({ name }) => name);
  const rest = asked.length - named.length;
  const names = new Intl.ListFormat(locale).format(
    rest > 0 ? [...named, say("web.draft.more_people", { n: rest })] : named,
  );
  return (
    <div className="grid gap-2.5">
      <p>{say("web.draft.publish_what", { name: team.name })}</p>
      {shown.data && (
        <p>
          {asked.length === 0
            ? say("web.draft.nobody_asked")
            : say("web.draft.who_is_asked", { names, day: exactTime(daysAfter(today, backBriefDays), locale, "UTC") })}
        </p>
      )}
    </div>
  );
}
