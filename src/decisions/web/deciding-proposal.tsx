import { Pencil } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { moneyText } from "../../areas/web/may-i-currency.ts";
import { DayAway, DayText } from "../../direction/web/day-text.tsx";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";
import { VersionNote } from "./version-note.tsx";

const EditDecision = lazy(() => import("./propose-edit.tsx").then((module) => ({ default: module.EditDecision })));

/** What is proposed, why now, what else could be done, what is expected of it, and whom it touches. */
export function ProposalCard({ view }: { view: DecidingView }) {
  const [editing, setEditing] = useState(false);
  const note = view.shape === "note";
  const parts: { key: string; title: string; body: ReactNode }[] = [];
  const add = (key: string, title: string, body: ReactNode) => body && parts.push({ key, title, body });
  add("context", say("web.deciding.why_now"), view.context && <Written>{view.context}</Written>);
  add("options", say("web.deciding.options"), view.options.length > 0 && <Options options={view.options} />);
  // once it is decided, that stands with the decision
  add("expected", say("web.deciding.expected"), !view.decided && view.expected && <Written>{view.expected}</Written>);
  add("stop", say("web.deciding.stop_rule"), view.shape === "experiment" && <Experiment view={view} />);
  add("facts", say("web.deciding.about"), factsOf(view).length > 0 && <DefinitionList items={factsOf(view)} />);
  const mayEdit = view.whyNot.change === null && !note;
  // a line that was noted needs no sheet of its own until it has grown
  if (note && !view.proposal && parts.length === 0) return null;
  return (
    <Card
      title={say("web.deciding.proposal")}
      note={
        mayEdit ? (
          <Button size="sm" icon={<Pencil aria-hidden="true" size={14} />} onClick={() => setEditing(true)}>
            {say("web.deciding.change")}
          </Button>
        ) : (
          view.version > 1 && <VersionNote view={view} />
        )
      }
    >
      {mayEdit && view.version > 1 && (
        <div className="mb-2 text-sm text-ink-2">
          <VersionNote view={view} />
        </div>
      )}
      {view.proposal ? (
        <Written>{view.proposal}</Written>
      ) : (
        !note && <p className="text-ink-2">{say("web.deciding.no_proposal")}</p>
      )}
      {parts.map(({ key, title, body }) => (
        <section key={key} className="mt-4 border-t border-line pt-4">
          <h3 className="mb-1.5 text-base">{title}</h3>
          {body}
        </section>
      ))}
      {editing && (
        <Suspense>
          <EditDecision view={view} close={() => setEditing(false)} />
        </Suspense>
      )}
    </Card>
  );
}

/** Words as somebody wrote them. */
function Written({ children }: { children: string }) {
  return (
    <p dir="auto" className="max-w-prose whitespace-pre-line text-ink-2">
      {children}
    </p>
  );
}

function Options({ options }: { options: readonly string[] }) {
  return (
    <ul className="grid max-w-prose list-disc gap-1 ps-5 text-ink-2 marker:text-ink-3">
      {options.map((option) => (
        <li key={option}>
          <bdi>{option}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Experiment({ view }: { view: DecidingView }) {
  return (
    <div className="max-w-prose text-ink-2">
      {view.stopRule && (
        <p dir="auto" className="whitespace-pre-line">
          {view.stopRule}
        </p>
      )}
      {view.endsOn && (
        <p className="mt-1 text-sm">
          {say("web.deciding.ends_on")} <DayText day={view.endsOn} />
        </p>
      )}
    </div>
  );
}

type Fact = { key: string; term: ReactNode; value: ReactNode };

function factsOf(view: DecidingView): Fact[] {
  const open = view.phase === "shaping" || view.phase === "sealed" || view.phase === "opened";
  const facts: (Fact | false)[] = [
    view.holder !== null &&
      view.shape !== "note" && {
        key: "holder",
        term: say("web.deciding.holder"),
        value: <Person id={view.holder.member} name={view.holder.name} />,
      },
    view.affected.length > 0 && {
      key: "affected",
      term: say("web.deciding.affected"),
      value: (
        <span className="flex flex-wrap gap-x-3.5 gap-y-1.5">
          {view.affected.map(({ member, name }) => (
            <Person key={member} id={member} name={name} />
          ))}
        </span>
      ),
    },
    view.outside !== "" && {
      key: "outside",
      term: say("web.deciding.outside"),
      value: (
        <span dir="auto" className="block whitespace-pre-line">
          {view.outside}
        </span>
      ),
    },
    view.cost !== null && {
      key: "cost",
      term: say("web.deciding.cost"),
      value: moneyText(view.cost.amount, view.cost.currency, spokenVariety()),
    },
    view.decideBy !== null && {
      key: "by",
      term: say("web.deciding.decide_by"),
      value: (
        <>
          <DayText day={view.decideBy} />
          {open && (
            <span className="text-ink-2">
              {" · "}
              <DayAway day={view.decideBy} />
            </span>
          )}
        </>
      ),
    },
  ];
  return facts.filter((fact) => fact !== false);
}

/** Somebody by name, with their picture. */
export function Person({ id, name }: { id: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Avatar name={name} id={id} size="xs" />
      <bdi>{name}</bdi>
    </span>
  );
}
