import { ArrowRight } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import type { Need } from "../needs.ts";
import type en from "../words.en.json";
import { NeedLink } from "./need-link.tsx";
import { needAct, needText, needTitle } from "./need-words.ts";

const say = wordsOf<typeof en>("home");
/** More than these are said as a number: a list of twenty is a list that nobody reads. */
const restAtMost = 4;

/**
 * The one thing that needs me, large, and what comes after it, small.
 * @param needs in order; at least one
 * @param severalTeams whether the team has to be said with each
 */
export function NeedsCard({ needs, severalTeams }: { needs: readonly Need[]; severalTeams: boolean }) {
  const reader = useReader();
  const [first, ...rest] = needs;
  if (!first) return null;
  const shown = rest.slice(0, restAtMost);
  return (
    <Card
      tone="brass"
      title={<bdi>{needTitle(first, reader)}</bdi>}
      note={severalTeams && <Badge tone="brass">{first.teamName}</Badge>}
    >
      <p className="max-w-prose text-ink-2">{needText(first, reader)}</p>
      <NeedLink need={first} className={buttonClass("primary", "md", "mt-3.5 no-underline")}>
        {needAct(first)}
        <ArrowRight aria-hidden="true" size={16} className="rtl:-scale-x-100" />
      </NeedLink>
      {shown.length > 0 && (
        <>
          <h3 className="mt-5 border-t border-line pt-4 text-sm font-sans! font-semibold text-ink-2">
            {say("needs.then")}
          </h3>
          <ul className="mt-1 grid gap-0.5">
            {shown.map((need) => (
              <li key={`${need.kind} ${need.team} ${need.subject}`}>
                <NeedLink
                  need={need}
                  className="-mx-2 flex min-h-9 items-center gap-2 rounded-md px-2 py-1 text-sm font-medium hover:bg-hover"
                >
                  <bdi className="min-w-0 flex-1">{needTitle(need, reader)}</bdi>
                  {severalTeams && <span className="shrink-0 text-xs text-ink-2">{need.teamName}</span>}
                </NeedLink>
              </li>
            ))}
          </ul>
          {rest.length > shown.length && (
            <p className="mt-1 text-sm text-ink-2">{say("needs.more", { n: rest.length - shown.length })}</p>
          )}
        </>
      )}
    </Card>
  );
}
