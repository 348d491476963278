import { Link } from "@tanstack/react-router";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import type en from "../words.en.json";
import type { DecisionView } from "./decisions-client.ts";

const say = wordsOf<typeof en>("decisions");

/** What a decision replaced, and what replaced it. */
export function Replaced({ view }: { view: DecisionView }) {
  const lists = [
    { key: "supersededBy", title: say("web.replaced.by"), named: view.supersededBy },
    { key: "supersedes", title: say("web.replaced.this"), named: view.supersedes },
  ].filter(({ named }) => named.length > 0);
  return lists.map(({ key, title, named }) => (
    <Card key={key} title={title}>
      <ul className="grid gap-1.5 text-sm">
        {named.map((one) => (
          <li key={one.ref}>
            <Named one={one} team={view.team} />
          </li>
        ))}
      </ul>
    </Card>
  ));
}

function Named({ one: { ref, decision, title }, team }: { one: DecisionView["supersedes"][number]; team: string }) {
  const { workspace } = usePlace();
  if (!decision) {
    return (
      <span>
        <bdi>{ref}</bdi> <span className="text-ink-2">{say("web.replaced.not_here")}</span>
      </span>
    );
  }
  return (
    <Link
      to="/w/$workspace/t/$team/decisions/$decision"
      params={{ workspace: workspace.slug, team, decision }}
      className={textLink}
    >
      <bdi>{ref}</bdi>
      {title && (
        <>
          {" · "}
          <bdi>{title}</bdi>
        </>
      )}
    </Link>
  );
}
