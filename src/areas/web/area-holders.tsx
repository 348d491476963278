import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { alsoChanges } from "./answer-dialog.tsx";
import { type AreaView, areasClient, type Person } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { HoldDialog, type HoldPart } from "./hold-dialog.tsx";
import { HolderPicture } from "./holder.tsx";
import { InviteExpected } from "./invite-expected.tsx";
import { useOnce } from "./once.ts";

/**
 * Who holds an area, who is second, and who is learning it.
 * @param past whether this is how it was; then nothing can be changed
 */
export function AreaHolders({ view, past }: { view: AreaView; past: boolean }) {
  const [part, setPart] = useState<HoldPart | null>(null);
  const open = !past && !view.closed;
  return (
    <Card title={say("web.holders.title")}>
      <dl className="grid gap-4">
        <Part
          name={say("web.holders.owner")}
          act={open && { label: say("web.holders.hand_over"), why: view.whyNotHand, press: () => setPart("owner") }}
        >
          {view.owner ? <Holder person={view.owner} invites={open} /> : <Nobody>{say("web.held.nobody")}</Nobody>}
        </Part>
        <Part
          name={say("web.holders.deputy")}
          act={
            open && {
              label: say(view.deputy ? "web.holders.change" : "web.holders.name"),
              why: view.whyNotName,
              press: () => setPart("deputy"),
            }
          }
        >
          {view.deputy ? (
            <Holder person={view.deputy} invites={open} />
          ) : (
            <Nobody>{say("web.holders.no_deputy")}</Nobody>
          )}
        </Part>
        <Part
          name={say("web.holders.learning")}
          act={open && { label: say("web.holders.add"), why: view.whyNotName, press: () => setPart("learning") }}
        >
          {view.learning.length === 0 && <Nobody>{say("web.holders.no_learning")}</Nobody>}
          {view.learning.map((person) => (
            <Holder key={person.member} person={person} invites={open}>
              {open && !view.whyNotName && <TakeOff view={view} person={person} />}
            </Holder>
          ))}
        </Part>
      </dl>
      <HoldDialog part={part} view={view} end={() => setPart(null)} />
    </Card>
  );
}

function Part({
  name,
  act,
  children,
}: {
  name: string;
  act: false | { label: string; why: string | null; press: () => void };
  children: ReactNode;
}) {
  return (
    <div>
      <dt className="mb-1.5 flex items-center justify-between gap-3 text-sm text-ink-2">
        {name}
        {act && (
          <Button
            look="quiet"
            size="sm"
            className="no-print -me-2.5"
            why={act.why}
            icon={act.label === say("web.holders.add") ? <Plus aria-hidden="true" size={14} /> : undefined}
            onClick={act.press}
          >
            {act.label}
          </Button>
        )}
      </dt>
      <dd className="grid gap-2">{children}</dd>
    </div>
  );
}

function Nobody({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2.5 text-sm text-ink-2">
      <HolderPicture person={null} />
      {children}
    </span>
  );
}

function Holder({ person, invites, children }: { person: Person; invites: boolean; children?: ReactNode }) {
  const { team } = usePlace();
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <HolderPicture person={person} />
      <span className="min-w-0 flex-1">
        <bdi className="font-semibold">{person.name}</bdi>
        {person.expected && <span className="block text-xs text-ink-2">{say("web.holders.not_joined")}</span>}
      </span>
      {person.expected && invites && team?.myRole === "lead" && <InviteExpected person={person} />}
      {children}
    </div>
  );
}

function TakeOff({ view, person }: { view: AreaView; person: Person }) {
  const { workspace } = usePlace();
  const hold = areasClient.useDo("hold", alsoChanges);
  const once = useOnce();
  const set = (on: boolean) =>
    hold.mutateAsync({ workspace: workspace.id, area: view.id, part: "learning", member: person.member, on });
  return (
    <IconButton
      size="sm"
      className="no-print"
      busy={hold.isPending}
      label={say("web.holders.take_off", { name: person.name })}
      icon={<X aria-hidden="true" size={15} />}
      onClick={() =>
        void once(() =>
          tellOutcome(set(false), say("web.holders.taken_off", { name: person.name }), {
            label: say("web.undo"),
            onPress: () => void tellOutcome(set(true), say("web.holders.back_on", { name: person.name })),
          }),
        )
      }
    />
  );
}
