import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { CouldNotLoad } from "../../people/web/page-states.tsx";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { SkeletonText } from "../../ui/skeleton.tsx";
import { Switch } from "../../ui/switch.tsx";
import { toast } from "../../ui/toast.ts";
import type en from "../words.en.json";
import { type Choices, noticesClient } from "./notices-client.ts";

const say = wordsOf<typeof en>("notices");

/** My choices, each shown at once and taken back where it is refused. */
function useChoices() {
  const { workspace } = usePlace();
  const queries = useQueryClient();
  const here = { workspace: workspace.id };
  const asked = noticesClient.useAsk("choices", here);
  const { queryKey } = noticesClient.queryOptions("choices", here);
  const mute = noticesClient.useDo("mute");
  const chooseMail = noticesClient.useDo("chooseMail");
  const show = (change: (now: Choices) => Choices) =>
    queries.setQueryData<Choices>(queryKey, (now) => now && change(now));
  const orBack = (work: Promise<unknown>) =>
    void work.catch((error: Error) => {
      toast.error(error.message);
      void queries.invalidateQueries({ queryKey });
    });
  return {
    asked,
    mail(next: { digest: boolean; atOnce: boolean }) {
      show((now) => ({ ...now, ...next }));
      orBack(chooseMail.mutateAsync({ ...here, ...next }));
    },
    tell(team: string, kind: string, told: boolean) {
      show((now) => ({
        ...now,
        muted: [
          ...now.muted.filter((one) => one.team !== team || one.kind !== kind),
          ...(told ? [] : [{ team, kind }]),
        ],
      }));
      orBack(mute.mutateAsync({ ...here, team, kind, muted: !told }));
    },
  };
}

/** How I want mail, and what I want to be told of at all. */
export function ChoicesCards() {
  const { asked, mail, tell } = useChoices();
  if (asked.error) return <CouldNotLoad error={asked.error} again={() => void asked.refetch()} />;
  return (
    <>
      <Card title={say("web.mail.title")}>
        {asked.data ? (
          <MailChoice choices={asked.data} onMail={mail} />
        ) : (
          <SkeletonText lines={5} label={say("web.loading")} />
        )}
      </Card>
      <Card title={say("web.told.title")} lead={say("web.told.lead")}>
        {asked.data ? (
          <TeamChoices choices={asked.data} onTold={tell} />
        ) : (
          <SkeletonText lines={3} label={say("web.loading")} />
        )}
      </Card>
    </>
  );
}

function MailChoice({
  choices,
  onMail,
}: {
  choices: Choices;
  onMail: (next: { digest: boolean; atOnce: boolean }) => void;
}) {
  const { workspace, my } = usePlace();
  const { digest, atOnce, delivery } = choices;
  return (
    <div className="grid gap-4">
      <Switch
        label={say("web.mail.digest")}
        hint={say("web.mail.digest_hint")}
        checked={digest}
        onChange={(event) => onMail({ digest: event.target.checked, atOnce })}
      />
      <Switch
        label={say("web.mail.at_once")}
        hint={say("web.mail.at_once_hint")}
        checked={atOnce}
        onChange={(event) => onMail({ digest, atOnce: event.target.checked })}
      />
      <p className="border-t border-line pt-3.5 text-sm text-ink-2">
        {delivery === "smtp" ? say("web.mail.smtp", { email: my.email }) : say("web.mail.here")}{" "}
        <Link to="/w/$workspace/notices/mail" params={{ workspace: workspace.slug }} className={textLink}>
          {say("web.mail.read")}
        </Link>
      </p>
    </div>
  );
}

function TeamChoices({
  choices: { teams, kinds, muted },
  onTold,
}: {
  choices: Choices;
  onTold: (team: string, kind: string, told: boolean) => void;
}) {
  if (teams.length === 0) return <p className="text-sm text-ink-2">{say("web.told.none")}</p>;
  return (
    <div className="divide-y divide-line">
      {teams.map((team) => {
        const off = new Set(muted.filter((one) => one.team === team.id).map(({ kind }) => kind));
        return (
          <details key={team.id} className="group py-1">
            <summary className="flex min-h-9 list-none items-center gap-2 rounded-md text-start hover:text-ink [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden="true"
                size={16}
                className="shrink-0 text-ink-2 transition-transform group-open:rotate-90 rtl:rotate-180 rtl:group-open:rotate-90"
              />
              <span className="min-w-0 flex-1 font-medium">{team.name}</span>
              <span className="text-sm text-ink-2">{say("web.told.count", { n: off.size })}</span>
            </summary>
            <fieldset className="grid gap-3 ps-6 pt-2 pb-3">
              <legend className="sr-only">{say("web.told.kinds", { name: team.name })}</legend>
              {kinds.map(({ kind, name }) => (
                <Switch
                  key={kind}
                  className="text-sm [&>span:first-child]:pt-0.5 [&>span:first-child>span]:font-normal"
                  label={name}
                  checked={!off.has(kind)}
                  onChange={(event) => onTold(team.id, kind, event.target.checked)}
                />
              ))}
            </fieldset>
          </details>
        );
      })}
    </div>
  );
}
