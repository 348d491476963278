import { Popover as Base } from "@base-ui/react/popover";
import { History } from "lucide-react";
import { useState } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DateInput } from "../../ui/date-input.tsx";
import { Field } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { dayText, shortDayText } from "./figure-words.ts";
import { turningPoints } from "./overview-figures.ts";
import { changed, isoDay } from "./record-search.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";
import { useRecordSearch, useToday } from "./use-record.ts";

const mostTurns = 4;

/** Chooses the date as of which everything on the page is told. */
export function AsOf({ overview }: { overview: Overview }) {
  const { search } = useRecordSearch();
  const { locale } = useReader();
  return (
    <Popover
      align="end"
      title={say("web.as_of.title")}
      trigger={
        <Button icon={<History aria-hidden="true" size={17} />}>
          {search.asOf ? say("web.as_of.on", { day: shortDayText(search.asOf, locale) }) : say("web.as_of.label")}
        </Button>
      }
    >
      <AsOfForm overview={overview} />
    </Popover>
  );
}

function AsOfForm({ overview }: { overview: Overview }) {
  const { search, go } = useRecordSearch();
  const { locale } = useReader();
  const today = useToday();
  const [typed, setTyped] = useState(search.asOf ?? today);
  const wanted = isoDay(typed);
  const wrong = !wanted || wanted > today;
  const show = (day: string) => go(changed(search, { asOf: day === today ? undefined : day }));
  const turns = turningPoints(overview).slice(0, mostTurns);
  return (
    <form className="grid gap-3.5" onSubmit={(event) => event.preventDefault()}>
      <p className="text-sm text-ink-2">{say("web.as_of.hint")}</p>
      <Field label={say("web.as_of.day")} error={wrong ? say("web.as_of.wrong") : undefined}>
        <DateInput value={typed} max={today} onValue={setTyped} />
      </Field>
      {turns.length > 0 && (
        <div>
          <div className="mb-1.5 text-sm font-semibold">{say("web.as_of.turns")}</div>
          <ul className="flex flex-wrap gap-1.5">
            {turns.map((day) => (
              <li key={day}>
                <Base.Close render={<Button size="sm" onClick={() => show(day)} />}>
                  {shortDayText(day, locale)}
                </Base.Close>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex justify-end gap-2">
        {search.asOf && (
          <Base.Close render={<Button look="quiet" onClick={() => show(today)} />}>{say("web.as_of.today")}</Base.Close>
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

/** Says that the page is told as of an earlier day, and leads back to today. */
export function AsOfBanner({ asOf }: { asOf: string | undefined }) {
  const { search, go } = useRecordSearch();
  const { locale } = useReader();
  if (!asOf) return null;
  return (
    <div className="mb-5">
      <Banner
        tone="sky"
        icon={<History />}
        live
        actions={
          <Button size="sm" onClick={() => go(changed(search, { asOf: undefined }))}>
            {say("web.as_of.back")}
          </Button>
        }
      >
        {say("web.as_of.banner", { day: dayText(asOf, locale) })}
      </Banner>
    </div>
  );
}
