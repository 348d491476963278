import { Check, Copy, Link2, RotateCcw } from "lucide-react";
import { useState } from "react";
import { guardrailShort } from "../../areas/web/guardrail-words.ts";
import { useCopying } from "../../people/web/copying.ts";
import { dayOf } from "../../people/web/day-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { type Handover, handoverMessage } from "./handover-message.ts";
import { say } from "./start-words.ts";
import type { Ground } from "./use-ground-map.ts";

const linkDays = 14;

/** What the message is made of, from what is on the team's pages. */
function handoverOf(
  ground: Ground,
  names: { lead: string; team: string },
  invitation: Handover["invitation"],
  locale: string,
): Handover {
  const { intent } = ground.intent;
  const agreement = ground.agreement.inForce ?? ground.agreement.proposed;
  return {
    ...names,
    intent: intent && {
      why: intent.why,
      done: intent.done,
      keep: intent.keep,
      until: exactTime(intent.until, locale, "UTC"),
    },
    areas: [...ground.board.areas]
      .sort((a, b) => b.offered - a.offered)
      .map(({ name, owner, level, offered, guardrails }) => ({
        name,
        owner: owner?.name ?? null,
        level,
        offered,
        within: guardrails.map(guardrailShort),
      })),
    promises: agreement,
    invitation,
  };
}

/**
 * The message with which the lead hands over: written from what is there, changed by the lead, copied. An invitation link can be
 * made right here.
 */
export function HandoverBox({ ground, team }: { ground: Ground; team: { id: string; name: string } }) {
  const { workspace } = usePlace();
  const { locale, dir } = useReader();
  const [invitation, setInvitation] = useState<Handover["invitation"]>(null);
  // until somebody changes it, it follows what is there
  const [own, setOwn] = useState<string | null>(null);
  const written = handoverMessage(
    say,
    handoverOf(ground, { lead: workspace.me.name, team: team.name }, invitation, locale),
  );
  const text = own ?? written;
  const withLink = (made: NonNullable<Handover["invitation"]>) => {
    setInvitation(made);
    if (own !== null) setOwn(`${own.trimEnd()}\n\n${say("ground_map.message.invitation", made)}\n`);
  };
  return (
    <Card title={say("ground_map.box.title")} lead={say("ground_map.box.lead")}>
      <Message text={text} dir={dir} write={setOwn} />
      {own !== null && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
          <Button size="sm" look="quiet" icon={<RotateCcw aria-hidden="true" size={15} />} onClick={() => setOwn(null)}>
            {say("ground_map.box.anew")}
          </Button>
          {say("ground_map.box.anew_hint")}
        </p>
      )}
      <InvitationLink team={team} until={invitation?.until ?? null} made={withLink} />
    </Card>
  );
}

function Message({ text, dir, write }: { text: string; dir: "ltr" | "rtl"; write: (text: string) => void }) {
  const { ref, state, copy, anew } = useCopying<HTMLTextAreaElement>(text);
  return (
    <>
      <Field label={say("ground_map.box.label")}>
        <Textarea
          ref={ref}
          dir={dir}
          rows={14}
          value={text}
          onChange={(event) => {
            write(event.target.value);
            anew();
          }}
        />
      </Field>
      <div className="mt-3 grid gap-2">
        <Button
          look="primary"
          size="lg"
          className="w-full"
          icon={state === "copied" ? <Check aria-hidden="true" size={18} /> : <Copy aria-hidden="true" size={18} />}
          onClick={copy}
        >
          {say("ground_map.box.copy")}
        </Button>
        <p role="status" className="min-h-5 text-sm text-ink-2">
          {state !== "new" && say(`ground_map.box.${state}`)}
        </p>
      </div>
    </>
  );
}

/** A link that lets people in, made for anybody or for somebody whose place was kept. */
function InvitationLink({
  team,
  until,
  made,
}: {
  team: { id: string };
  until: string | null;
  made: (invitation: NonNullable<Handover["invitation"]>) => void;
}) {
  const { workspace } = usePlace();
  const reader = useReader();
  const at = { workspace: workspace.id, team: team.id };
  const shown = peopleClient.useAsk("showTeam", at);
  const mayInvite = Boolean(shown.data && !shown.data.whyNotInvite);
  const expected = peopleClient.useAsk("expected", at, { enabled: mayInvite });
  const invite = peopleClient.useDo("invite");
  const [whom, setWhom] = useState("");
  const people = expected.data?.expected ?? [];
  const make = () =>
    invite.mutate(
      { ...at, role: "member", days: linkDays, ...(whom ? { placeholder: whom } : {}) },
      {
        onSuccess: ({ token, expiresAt }) =>
          made({ address: `${location.origin}/join/${token}`, until: dayOf(expiresAt, reader) }),
      },
    );
  return (
    <div className="mt-3 border-t border-line pt-4">
      {until ? (
        <p role="status" className="text-sm text-ink-2">
          {say("ground_map.box.link_made", { day: until })}
        </p>
      ) : (
        <div className="grid gap-3">
          {people.length > 0 && (
            <Field label={say("ground_map.box.link_for")}>
              <Select
                value={whom}
                onChange={(event) => setWhom(event.target.value)}
                choices={[
                  { value: "", label: say("ground_map.box.link_anyone") },
                  ...people.map(({ member, name }) => ({
                    value: member,
                    label: say("ground_map.box.link_named", { name }),
                  })),
                ]}
              />
            </Field>
          )}
          <div>
            <Button
              icon={<Link2 aria-hidden="true" size={17} />}
              why={shown.data?.whyNotInvite}
              disabled={!shown.data}
              busy={invite.isPending}
              onClick={make}
            >
              {say("ground_map.box.link")}
            </Button>
          </div>
          <p className="text-sm text-ink-2">{say("ground_map.box.link_hint")}</p>
          {invite.error && (
            <p role="alert" className="text-sm font-medium text-clay-ink">
              {invite.error.message}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
