import { Inbox } from "lucide-react";
import { useState } from "react";
import { useOnce } from "../../areas/web/once.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.ts";
import { useOurs } from "./deciding-header.tsx";
import { say, stanceName } from "./deciding-words.ts";
import { type DecidingView, decisionsClient, type Round } from "./decisions-client.ts";
import { keptVoice } from "./voice-kept.ts";

/**
 * A voice that was still being written when its round opened: it did not arrive, and its words are not lost. They can be said as
 * a comment, since the others' voices are open now.
 */
export function LateVoice({ view, round }: { view: DecidingView; round: Round }) {
  const { workspace } = usePlace();
  const browser = keptVoice(round.id, workspace.me.id);
  const [kept, setKept] = useState(() => browser.kept());
  const post = decisionsClient.useDo("remark");
  const once = useOnce();
  const { mine } = round;
  const ours = useOurs(view.team);
  const same = mine && kept && mine.stance === kept.stance && mine.reason === kept.reason.trim();
  if (!kept || same || (!kept.stance && !kept.reason.trim())) return null;
  const forget = () => {
    browser.forget();
    setKept(null);
    // the banner goes away with what had the focus in it
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  };
  const words = kept.reason.trim();
  const sayIt = async () => {
    try {
      await post.mutateAsync({ workspace: workspace.id, decision: view.id, kind: "comment", words });
    } catch (error) {
      toast.error((error as Error).message);
      return;
    }
    forget();
    toast.success(say("web.voice.late_said"));
  };
  return (
    <div className="mb-5">
      <Banner
        live
        tone="brass"
        icon={<Inbox />}
        actions={
          <>
            {words && view.whyNot.comment === null && (
              <Button size="sm" look="primary" busy={post.isPending} onClick={() => void once(sayIt)}>
                {say("web.voice.late_comment")}
              </Button>
            )}
            <Button size="sm" onClick={forget}>
              {say("web.voice.late_forget")}
            </Button>
          </>
        }
      >
        <p className="font-semibold">{say(mine ? "web.voice.late_change" : "web.voice.late")}</p>
        <p className="mt-0.5 text-ink-2">
          {kept.stance && `${stanceName(kept.stance)}. `}
          <bdi className="whitespace-pre-line">{words}</bdi>
        </p>
        {words && ours && view.whyNot.comment !== null && <p className="mt-1 text-ink-2">{view.whyNot.comment}</p>}
      </Banner>
    </div>
  );
}
