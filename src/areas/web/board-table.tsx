import { useState } from "react";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { type Sort, Table } from "../../ui/table.tsx";
import type { BoardArea } from "./areas-client.ts";
import { listText, say } from "./areas-words.ts";
import { AreaLink } from "./board-rows.tsx";
import { dayInYear } from "./day-words.ts";
import { guardrailShort } from "./guardrail-words.ts";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";
import { promptSentence } from "./prompt-words.ts";

const orders: Readonly<Record<string, (area: BoardArea) => string | number>> = {
  name: ({ name }) => name,
  owner: ({ owner }) => owner?.name ?? "",
  level: ({ level }) => level,
  review: ({ review }) => review ?? "",
};

/** The same board as a table that can be sorted. */
export function BoardTable({ areas }: { areas: readonly BoardArea[] }) {
  const { locale } = useReader();
  const today = useToday();
  const loanDay = useLoanDay();
  const [sort, setSort] = useState<Sort>({ key: "level", descending: true });
  const of = orders[sort.key]!;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const rows = areas.toSorted((a, b) => {
    const [x, y] = [of(a), of(b)];
    const order = typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y));
    return (sort.descending ? -order : order) || compare(a.name, b.name);
  });
  const desires = areas.some(({ desired }) => desired !== null);
  const nothing = "–";
  return (
    <Table
      caption={say("web.board.title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={setSort}
      empty={say("web.board.nothing_found")}
      columns={[
        {
          key: "name",
          header: say("web.column.area"),
          names: true,
          sortable: true,
          cell: (area) => <AreaLink area={area} />,
        },
        {
          key: "owner",
          header: say("web.column.held_by"),
          sortable: true,
          cell: ({ owner, deputy, learning }) => (
            <>
              {owner ? <bdi>{owner.name}</bdi> : say("web.held.nobody_short")}
              {deputy && (
                <span className="block text-xs text-ink-2">{say("web.held.deputy", { name: deputy.name })}</span>
              )}
              {learning.length > 0 && (
                <span className="block text-xs text-ink-2">
                  {say("web.held.learning", {
                    names: listText(
                      learning.map(({ name }) => name),
                      locale,
                    ),
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "level",
          header: say("web.column.level"),
          sortable: true,
          cell: ({ level, trialUntil, loan }) => (
            <>
              <span className="whitespace-nowrap">{levelText(level)}</span>
              {loan && (
                <span className="block text-xs text-brass-ink">
                  {say("web.column.loan_until", { day: loanDay(loan.until), back: levelText(loan.back) })}
                </span>
              )}
              {trialUntil && (
                <span className="block text-xs text-ink-2">
                  {say("web.column.trial_until", { day: dayInYear(trialUntil, today, locale) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "offered",
          header: say("web.column.offered"),
          cell: ({ offered }) => <span className="whitespace-nowrap">{levelText(offered)}</span>,
        },
        ...(desires
          ? [
              {
                key: "desired",
                header: say("web.column.desired"),
                cell: ({ desired }: BoardArea) =>
                  desired === null ? nothing : <span className="whitespace-nowrap">{levelText(desired)}</span>,
              },
            ]
          : []),
        {
          key: "before",
          header: say("web.column.before"),
          cell: ({ levelBefore }) =>
            levelBefore === null ? nothing : <span className="whitespace-nowrap">{levelText(levelBefore)}</span>,
        },
        {
          key: "rails",
          header: say("web.column.guardrail"),
          cell: ({ guardrails, prompts }) => (
            <>
              {guardrails.length === 0 && prompts.length === 0 && nothing}
              {guardrails.map((one) => (
                <bdi key={one.id} className="block">
                  {guardrailShort(one)}
                </bdi>
              ))}
              {prompts.map((prompt) => (
                <span key={prompt.kind} className="block text-xs text-ink-2">
                  {promptSentence(prompt, today, locale)}
                </span>
              ))}
            </>
          ),
        },
        {
          key: "review",
          header: say("web.column.review"),
          sortable: true,
          cell: ({ review }) =>
            review ? <span className="whitespace-nowrap">{dayInYear(review, today, locale)}</span> : nothing,
        },
      ]}
    />
  );
}
