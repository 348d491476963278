import { useMemo } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Combobox } from "../../ui/combobox.tsx";
import { Field } from "../../ui/field.tsx";
import type en from "../words.en.json";
import { useReader } from "./place.tsx";
import { knownZones, zoneName, zoneOffset } from "./zone-names.ts";

const say = wordsOf<typeof en>("people");

/** A time zone, found by typing a city. */
export function TimeZoneField({
  value,
  onValue,
  error,
}: {
  value: string;
  onValue: (zone: string) => void;
  error?: string | undefined;
}) {
  const { locale } = useReader();
  const items = useMemo(() => {
    const now = new Date();
    return knownZones(value).map((zone) => ({
      value: zone,
      label: zoneName(zone),
      note: `${zone.includes("/") ? `${zone.slice(0, zone.lastIndexOf("/")).replaceAll("_", " ")} · ` : ""}${zoneOffset(zone, now, locale)}`,
    }));
  }, [value, locale]);
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: value }).format(new Date());
  return (
    <Field label={say("web.me.time_zone")} hint={say("web.me.time_zone_hint", { time: clock })} error={error}>
      <Combobox
        items={items}
        value={value}
        onValue={(zone) => zone && onValue(zone)}
        placeholder={say("web.me.time_zone_find")}
        words={{
          clear: say("web.me.time_zone_clear"),
          open: say("web.me.time_zone_open"),
          empty: say("web.me.time_zone_none"),
        }}
      />
    </Field>
  );
}
