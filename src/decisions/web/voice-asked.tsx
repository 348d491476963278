import { useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { momentText, say } from "./deciding-words.ts";
import type { Round } from "./decisions-client.ts";
import { useNow } from "./round-moment.ts";
import { Seal } from "./round-seals.tsx";

/** Where the form for a voice stands on the page. */
export const voicePlace = "voice";

/** So many voices push the form under them out of sight on a wide screen too. */
const manyVoices = 10;

/** Where the form lies below the fold, a word at the top that my voice is asked, and the way to it. */
export function VoiceAsked({ round }: { round: Round }) {
  const { locale, timeZone } = useReader();
  const now = useNow();
  const last = round.openedAt !== null;
  const until = last ? round.leads?.until : round.dueAt;
  if (round.whyNotSpeak !== null || round.mine || !until) return null;
  const go = () => {
    const place = document.getElementById(voicePlace);
    place?.scrollIntoView({ block: "start" });
    place?.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  };
  return (
    <div className={last && round.spoken > manyVoices ? "mb-5" : "mb-5 lg:hidden"}>
      <Banner
        tone={last ? "brass" : "sky"}
        icon={<Seal className="size-5" />}
        actions={<Button onClick={go}>{say("web.voice.to_form")}</Button>}
      >
        {say("web.voice.asked", { moment: momentText(until, now, locale, timeZone) })}
      </Banner>
    </div>
  );
}
