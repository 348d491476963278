import { History } from "lucide-react";
import { daysAfter, monthsAfter } from "../../direction/web/calendar.ts";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DayPopover } from "../../ui/day-popover.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { say } from "./areas-words.ts";
import { shortDay } from "./day-words.ts";
import { useAreasSearch } from "./use-areas.ts";

/**
 * Chooses the day as of which the board is told.
 * @param since the first day there was an area
 */
export function AsOf({ since }: { since: string | null }) {
  const { asOf, go } = useAreasSearch();
  const { locale } = useReader();
  const today = useToday();
  const earlier = [monthsAfter(today, -6), daysAfter(today, -90), monthsAfter(today, -1)].filter(
    (day) => since !== null && day > since,
  );
  const usual = since && since < today ? [since, ...earlier] : [];
  return (
    <DayPopover
      value={asOf}
      today={today}
      first={since ?? undefined}
      usual={usual.map((day) => ({ day, label: shortDay(day, locale) }))}
      onDay={(day) => go({ asOf: day })}
      words={{
        label: asOf ? say("web.as_of.on", { day: shortDay(asOf, locale) }) : say("web.as_of.label"),
        title: say("web.as_of.title"),
        hint: say("web.as_of.hint"),
        day: say("web.as_of.day"),
        wrong: say("web.as_of.wrong"),
        usual: say("web.as_of.usual"),
        show: say("web.as_of.show"),
        back: say("web.as_of.back"),
      }}
    />
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
