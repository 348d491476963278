import { LifeBuoy } from "lucide-react";
import { classes } from "../../ui/classes.ts";
import { groundTone } from "../../ui/tone.ts";
import type { AreaView, Loan, StepIn } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";
import { StepInDeeds } from "./step-in-deeds.tsx";

/**
 * A level that is on loan: who stepped in, why, for what, until when, and that it goes back by itself.
 * @param one the step-in itself, once it is there: with what may be done with it
 */
export function LoanBanner({
  view,
  loan,
  one,
}: {
  view: Pick<AreaView, "level">;
  loan: Loan;
  one: StepIn | undefined;
}) {
  const day = useLoanDay();
  return (
    <section
      aria-label={say("web.step_in.banner", { by: loan.by, day: day(loan.until) })}
      className={classes("rounded-xl border px-5 py-4 sm:px-6", groundTone.brass)}
    >
      <div className="flex items-start gap-3.5">
        <span
          aria-hidden="true"
          className="mt-0.5 grid size-9 shrink-0 place-items-center rounded-lg bg-raised text-brass-ink max-sm:hidden"
        >
          <LifeBuoy size={18} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{say("web.step_in.banner", { by: loan.by, day: day(loan.until) })}</p>
          <p className="text-sm">
            {say("web.step_in.banner_levels", { level: levelText(view.level), back: levelText(loan.back) })}
          </p>
          <p
            dir="auto"
            className="serif mt-2.5 max-w-prose border-s-2 border-brass-edge ps-3 text-lg whitespace-pre-line"
          >
            {loan.reason}
          </p>
          <p className="mt-2 max-w-prose text-sm">
            {say("web.step_in.covers")} <bdi>{loan.scope}</bdi>
          </p>
          {one && <More one={one} />}
          {one && (
            <div className="no-print mt-3.5 flex flex-wrap gap-2.5 empty:hidden">
              <StepInDeeds one={one} />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}

function More({ one }: { one: StepIn }) {
  const day = useLoanDay();
  const { extension } = one;
  return (
    <>
      {one.rung !== "step_in" && (
        <p className="mt-1 text-sm">{say("web.step_in.weighed", { rung: say(`rung.${one.rung}`) })}</p>
      )}
      {one.message && (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer font-medium">
            {say("web.step_in.told", { owner: one.owner?.name ?? "" })}
          </summary>
          <p dir="auto" className="mt-1.5 max-w-prose whitespace-pre-line">
            {one.message}
          </p>
        </details>
      )}
      {extension && (
        <div className="mt-3 text-sm">
          <p className="font-semibold">
            {extension.mineToAnswer
              ? say("web.step_in.longer_mine", { by: one.by.name, day: day(extension.to) })
              : say("web.step_in.longer_waits", { day: day(extension.to) })}
          </p>
          <p dir="auto" className="max-w-prose whitespace-pre-line">
            {extension.why}
          </p>
        </div>
      )}
    </>
  );
}
