import { Popover as Base } from "@base-ui/react/popover";
import { History } from "lucide-react";
import { useState } from "react";
import { daysAfter, monthsAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { say } from "./areas-words.ts";
import { shortDay } from "./day-words.ts";
import { dayIn, useAreasSearch } from "./use-areas.ts";

/**
 * Chooses the day as of which the board is told.
 * @param since the first day there was an area
 */
export function AsOf({ since }: { since: string | null }) {
  const { asOf } = useAreasSearch();
  const { locale } = useReader();
  return (
    <Popover
      align="end"
      title={say("web.as_of.title")}
      trigger={
        <Button icon={<History aria-hidden="true" size={17} />}>
          {asOf ? say("web.as_of.on", { day: shortDay(asOf, locale) }) : say("web.as_of.label")}
        </Button>
      }
    >
      <AsOfForm since={since} />
    </Popover>
  );
}

function AsOfForm({ since }: { since: string | null }) {
  const { asOf, go } = useAreasSearch();
  const { locale } = useReader();
  const today = useToday();
  const [typed, setTyped] = useState(asOf ?? today);
  const wanted = dayIn(typed);
  const wrong = !wanted || wanted > today;
  const show = (day: string) => go({ asOf: day === today ? undefined : day });
  const usual = [monthsAfter(today, -1), daysAfter(today, -90), monthsAfter(today, -6)].filter(
    (day) => since !== null && day > since,
  );
  const early = since && since < today ? [since, ...usual.toReversed()] : [];
  return (
    <form className="grid gap-3.5" onSubmit={(event) => event.preventDefault()}>
      <p className="text-sm text-ink-2">{say("web.as_of.hint")}</p>
      <Field label={say("web.as_of.day")} error={wrong ? say("web.as_of.wrong") : undefined}>
        <DateInput value={typed} max={today} {...(since ? { min: since } : {})} onValue={setTyped} />
      </Field>
      {early.length > 0 && (
        <ul aria-label={say("web.as_of.usual")} className="flex flex-wrap gap-1.5">
          {early.map((day) => (
            <li key={day}>
              <Base.Close render={<Button size="sm" onClick={() => show(day)} />}>{shortDay(day, locale)}</Base.Close>
            </li>
          ))}
        </ul>
      )}
      <div className="flex justify-end gap-2">
        {asOf && (
          <Base.Close render={<Button look="quiet" onClick={() => show(today)} />}>{say("web.as_of.back")}</Base.Close>
        )}
        {wrong ? (
          <Button type="submit" look="primary" disabled>
            {say("web.as_of.show")}
          </Button>
        ) : (
          <Base.Close render={<Button type="submit" look="primary" onClick={() => show(wanted)} />}>
            {say("web.as_of.show")}
          </Base.Close>
        )}
      </div>
    </form>
  );
}

/** Says that what is seen is the past, and leads back to now. */
export function AsOfBanner() {
  const { asOf, go } = useAreasSearch();
  const { locale } = useReader();
  const today = useToday();
  if (!asOf || asOf >= today) return null;
  return (
    <div className="mb-5">
      <Banner
        tone="sky"
        icon={<History />}
        live
        actions={
          <Button size="sm" className="no-print" onClick={() => go({ asOf: undefined })}>
            {say("web.as_of.back")}
          </Button>
        }
      >
        {say("web.as_of.banner", { day: exactTime(asOf, locale, "UTC") })}
      </Banner>
    </div>
  );
}
