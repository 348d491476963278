import type { ReactNode } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { useReader } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type en from "../words.en.json";
import { deciderName, outcomeName } from "./decision-badges.tsx";
import type { DecisionView } from "./decisions-client.ts";

const say = wordsOf<typeof en>("decisions");

/** What is known of a decision, and plainly what is not. */
export function DecisionFacts({ view }: { view: DecisionView }) {
  const { locale } = useReader();
  const unknown = <span className="text-ink-2">{say("web.facts.unknown")}</span>;
  const day = (on: string | null) => (on ? <time dateTime={on}>{exactTime(on, locale, "UTC")}</time> : unknown);
  const names = (list: readonly string[], none: ReactNode) => (list.length > 0 ? <Names list={list} /> : none);
  const open = view.outcome === null && view.decidedBy === null;
  return (
    <Card title={say("web.facts.title")}>
      <DefinitionList
        items={[
          { key: "ref", term: say("web.facts.ref"), value: <bdi>{view.ref}</bdi> },
          {
            key: "authors",
            term: say("web.facts.authors", { n: view.authors.length }),
            value: names(view.authors, unknown),
          },
          {
            key: "handed",
            term: say("web.facts.handed_to"),
            value: names(view.handedTo, <span className="text-ink-2">{say("web.facts.nobody_named")}</span>),
          },
          { key: "opened", term: say("web.facts.opened"), value: day(view.openedOn) },
          {
            key: "decided",
            term: say("web.facts.decided"),
            value: open ? (
              <span className="text-ink-2">{say("web.facts.not_yet")}</span>
            ) : (
              <>
                {day(view.decidedOn)}
                {view.decidedOnBasis && (
                  <span className="block text-ink-2">
                    {say("web.facts.read_from")} <bdi>{view.decidedOnBasis}</bdi>
                  </span>
                )}
              </>
            ),
          },
          {
            key: "days",
            term: say("web.facts.took"),
            value: view.days === null ? unknown : say("web.facts.days", { n: view.days }),
          },
          { key: "outcome", term: say("web.facts.outcome"), value: outcomeName(view.outcome) },
          {
            key: "by",
            term: say("web.facts.by"),
            value: (
              <>
                {deciderName(view.decidedBy)}
                {view.decider && (
                  <>
                    {" · "}
                    <bdi>{view.decider}</bdi>
                  </>
                )}
              </>
            ),
          },
          { key: "origin", term: say("web.facts.origin"), value: say(`web.facts.${view.origin}`) },
        ]}
      />
    </Card>
  );
}

function Names({ list }: { list: readonly string[] }) {
  return (
    <ul>
      {list.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
