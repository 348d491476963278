import { Lock } from "lucide-react";
import { useState } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Time } from "../../ui/time.tsx";
import type { IntentView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { DropDraft } from "./drop-draft.tsx";
import { keptDraft } from "./kept-draft.ts";

/** A draft that waits to be gone on with. */
export function DraftBanner({
  team,
  draft,
  write,
}: {
  team: TeamEntry;
  draft: NonNullable<IntentView["draft"]>;
  write: () => void;
}) {
  const { workspace } = usePlace();
  const { locale, timeZone } = useReader();
  const [dropping, setDropping] = useState(false);
  return (
    <div className="no-print">
      <Banner
        tone="plum"
        icon={<Lock />}
        actions={
          <>
            <Button size="sm" look="quiet" onClick={() => setDropping(true)}>
              {say("web.draft.drop")}
            </Button>
            <Button size="sm" look="primary" onClick={write}>
              {say("web.draft.go_on")}
            </Button>
          </>
        }
      >
        {say("web.draft.waits")} <Time value={draft.changedAt} locale={locale} zone={timeZone} />.{" "}
        {say("web.draft.only_you")}
      </Banner>
      <DropDraft
        team={team}
        open={dropping}
        onOpen={setDropping}
        dropped={() => keptDraft(team.id, workspace.me.id).forget()}
      />
    </div>
  );
}
