import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { classes } from "../../ui/classes.ts";
import type { BoardArea } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { dayInYear } from "./day-words.ts";
import { guardrailShort } from "./guardrail-words.ts";
import { levelName, levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";

const steps = [1, 2, 3, 4, 5, 6, 7] as const;

/** How closely rows are set, so that a board of up to sixty areas is one page of A4 or Letter. */
function setting(rows: number): { table: string; cell: string; oneLine: boolean } {
  if (rows <= 14) return { table: "text-[9pt] leading-snug", cell: "py-[1.6mm]", oneLine: false };
  if (rows <= 30) return { table: "text-[8pt] leading-tight", cell: "py-[0.9mm]", oneLine: true };
  return { table: "text-[6.5pt] leading-[1.12]", cell: "py-[0.4mm]", oneLine: true };
}

/**
 * The board on paper: one page, in black and white. On a screen it is not there.
 * @param areas the farthest ahead first
 */
export function BoardOnPaper({ areas }: { areas: readonly BoardArea[] }) {
  const { locale } = useReader();
  const today = useToday();
  const loanDay = useLoanDay();
  const { table, cell, oneLine } = setting(areas.length);
  const line = classes("border-t border-line pe-2", cell);
  const short = oneLine && "overflow-hidden text-ellipsis whitespace-nowrap";
  return (
    <table className={classes("hidden w-full table-fixed border-collapse print:table", table)}>
      <caption className="sr-only">{say("web.board.title")}</caption>
      <colgroup>
        <col className="w-[24%]" />
        <col className="w-[17%]" />
        <col className="w-[25%]" />
        <col />
        <col className="w-[9%]" />
      </colgroup>
      <thead>
        <tr className="text-start [&>th]:pe-2 [&>th]:pb-1 [&>th]:text-start [&>th]:font-semibold">
          <th scope="col">{say("web.column.area")}</th>
          <th scope="col">{say("web.column.held_by")}</th>
          <th scope="col">{say("web.column.level")}</th>
          <th scope="col">{say("web.column.guardrail")}</th>
          <th scope="col">{say("web.column.review")}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.id}>
            <th scope="row" className={classes(line, short, "text-start font-semibold")}>
              <bdi>{area.name}</bdi>
            </th>
            <td className={classes(line, short)}>
              <bdi>{area.owner?.name ?? say("web.held.nobody_short")}</bdi>
            </td>
            <td className={classes(line, "whitespace-nowrap")}>
              <span aria-hidden="true" className="me-1.5 inline-flex gap-[0.5mm] align-middle">
                {steps.map((step) => (
                  <span
                    key={step}
                    className={classes(
                      "inline-block size-[0.55em] rounded-full border border-black print:[print-color-adjust:exact]",
                      step <= area.level && "bg-black",
                    )}
                  />
                ))}
              </span>
              {area.level} {levelName(area.level)}
              {area.loan && (
                <span className="block whitespace-normal">
                  {say("web.column.loan_until", {
                    day: loanDay(area.loan.until),
                    back: levelText(area.loan.back),
                  })}
                </span>
              )}
            </td>
            <td className={classes(line, short)}>
              {area.guardrails.map((one, at) => (
                <bdi key={one.id}>
                  {at > 0 && " · "}
                  {guardrailShort(one)}
                </bdi>
              ))}
            </td>
            <td className={classes(line, "whitespace-nowrap")}>
              {area.review && dayInYear(area.review, today, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
