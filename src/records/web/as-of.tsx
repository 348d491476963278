import { History } from "lucide-react";
import { useReader } from "../../people/web/place.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DayPopover } from "../../ui/day-popover.tsx";
import { dayText, shortDayText } from "./figure-words.ts";
import { turningPoints } from "./overview-figures.ts";
import { changed } from "./record-search.ts";
import { say } from "./record-words.ts";
import type { Overview } from "./records-client.ts";
import { useRecordSearch, useToday } from "./use-record.ts";

const mostTurns = 4;

/** Chooses the date as of which everything on the page is told. */
export function AsOf({ overview }: { overview: Overview }) {
  const { search, go } = useRecordSearch();
  const { locale } = useReader();
  const turns = turningPoints(overview).slice(0, mostTurns);
  return (
    <DayPopover
      value={search.asOf}
      today={useToday()}
      usual={turns.map((day) => ({ day, label: shortDayText(day, locale) }))}
      onDay={(asOf) => go(changed(search, { asOf }))}
      words={{
        label: search.asOf ? say("web.as_of.on", { day: shortDayText(search.asOf, locale) }) : say("web.as_of.label"),
        title: say("web.as_of.title"),
        hint: say("web.as_of.hint"),
        day: say("web.as_of.day"),
        wrong: say("web.as_of.wrong"),
        usual: say("web.as_of.turns"),
        show: say("web.as_of.show"),
        back: say("web.as_of.today"),
      }}
    />
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
