import { Link } from "@tanstack/react-router";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { say } from "./areas-words.ts";
import { type Facts, factsOut } from "./may-i-facts.ts";
import { MayIForm } from "./may-i-form.tsx";

/**
 * “May I?” wherever it is needed: one line to write in, and the answer under it.
 * @param team the team in which it would be decided
 */
export function MayIBox({ team }: { team: string }) {
  const { workspace } = usePlace();
  const [facts, setFacts] = useState<Facts>({});
  return (
    <Card
      title={say("web.may_i.title")}
      note={
        <Link
          to="/w/$workspace/t/$team/may-i"
          params={{ workspace: workspace.slug, team }}
          search={factsOut(facts) as never}
          className={`${textLink} inline-flex items-center gap-1.5`}
        >
          <Link2 aria-hidden="true" size={15} />
          {say("web.may_i.own_page")}
        </Link>
      }
    >
      <MayIForm key={team} team={team} facts={facts} setFacts={setFacts} folded />
    </Card>
  );
}
