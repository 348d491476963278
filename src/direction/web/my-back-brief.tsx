import { Clock, Lock, MessageSquareQuote, Users } from "lucide-react";
import { useState } from "react";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { insistOnFilled, useSubmit } from "../../people/web/form-submit.ts";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Switch } from "../../ui/switch.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { toast } from "../../ui/toast.ts";
import { DayText } from "./day-text.tsx";
import { type BackBrief, directionClient, type Intent, type IntentView } from "./direction-client.ts";
import { say } from "./direction-words.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** My back-brief: asked for, given, or too late. Nothing where I am not asked. */
export function MyBackBrief({ intent, backBriefs }: { intent: Intent; backBriefs: IntentView["backBriefs"] }) {
  const { mine, askedUntil, whyNotGive } = backBriefs;
  const [changing, setChanging] = useState(false);
  if (!mine && !askedUntil) return null;
  const end = askedUntil && !whyNotGive && (
    <Badge tone="brass" icon={<Clock aria-hidden="true" />}>
      {say("web.brief.until")} <DayText day={askedUntil} />
    </Badge>
  );
  if (!mine) {
    return (
      <Card
        title={say("web.brief.title")}
        icon={<MessageSquareQuote aria-hidden="true" size={19} className="text-brass-ink" />}
        tone="brass"
        note={end}
        lead={whyNotGive ?? say("web.brief.lead")}
      >
        {!whyNotGive && <BriefForm intent={intent} />}
      </Card>
    );
  }
  return (
    <Card
      title={say("web.brief.mine")}
      note={mine.verdict ? <VerdictBadge verdict={mine.verdict} /> : end}
      icon={<MessageSquareQuote aria-hidden="true" size={19} className="text-pasture-ink" />}
    >
      {changing && !whyNotGive ? (
        <BriefForm intent={intent} before={mine} end={() => setChanging(false)} />
      ) : (
        <>
          <p dir="auto" className="serif max-w-prose text-lg leading-snug font-normal text-pretty whitespace-pre-line">
            {mine.words}
          </p>
          {mine.leftOut && <LeftOut words={mine.leftOut} />}
          <div className="mt-4 grid gap-3.5 border-t border-line pt-3.5">
            <ShareBrief brief={mine} />
            {!mine.verdict && (
              <div>
                <Button size="sm" why={whyNotGive} onClick={() => setChanging(true)}>
                  {say("web.brief.change")}
                </Button>
              </div>
            )}
          </div>
        </>
      )}
    </Card>
  );
}

/** What the author found that the intent had left out. */
export function LeftOut({ words }: { words: string }) {
  return (
    <div className="mt-3 border-s-2 border-brass-edge ps-3.5 text-sm">
      <p className="text-ink-2">{say("web.brief.left_out")}</p>
      <p dir="auto" className="mt-0.5 max-w-prose whitespace-pre-line">
        {words}
      </p>
    </div>
  );
}

function BriefForm({ intent, before, end }: { intent: Intent; before?: BackBrief; end?: () => void }) {
  const { workspace } = usePlace();
  const give = directionClient.useDo("giveBackBrief");
  const submit = useSubmit(async ({ words = "" }) => {
    insistOnFilled({ words });
    await give.mutateAsync({ workspace: workspace.id, intent: intent.id, words });
    toast.success(say(before ? "web.brief.changed" : "web.brief.given", { name: intent.publishedBy.name }));
    end?.();
  });
  return (
    <form {...submit.form} className="grid gap-4">
      <FormProblem>{submit.problem}</FormProblem>
      <Field
        label={say("web.brief.words")}
        hint={
          <span className="inline-flex items-start gap-1.5">
            <Lock aria-hidden="true" size={14} className="mt-0.75 shrink-0" />
            <span>{say("web.brief.who_reads", { name: intent.publishedBy.name })}</span>
          </span>
        }
        error={submit.wrong("words")}
      >
        <Textarea
          name="words"
          dir="auto"
          rows={4}
          maxLength={2000}
          defaultValue={before?.words}
          className="serif text-lg! leading-snug! font-normal text-wrap"
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2.5">
        {end && <Button onClick={end}>{say("web.cancel")}</Button>}
        <Button type="submit" look="primary" busy={submit.busy}>
          {say(before ? "web.brief.save" : "web.brief.give")}
        </Button>
      </div>
    </form>
  );
}

function ShareBrief({ brief }: { brief: BackBrief }) {
  const { workspace } = usePlace();
  const share = directionClient.useDo("publishBackBrief");
  // shown at once; the answer, or the refusal, is what counts
  const shown = share.isPending ? (share.variables?.published ?? brief.published) : brief.published;
  return (
    <Switch
      label={
        <span className="inline-flex items-center gap-2">
          <Users aria-hidden="true" size={16} className="text-ink-2" />
          {say("web.brief.share")}
        </span>
      }
      hint={say(shown ? "web.brief.shared_hint" : "web.brief.share_hint")}
      checked={shown}
      onChange={(event) => {
        if (share.isPending) return;
        const published = event.target.checked;
        void tellOutcome(
          share.mutateAsync({ workspace: workspace.id, backBrief: brief.id, published }),
          say(published ? "web.brief.now_shared" : "web.brief.now_private"),
        );
      }}
    />
  );
}
