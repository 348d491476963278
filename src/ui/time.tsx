import { useEffect, useState } from "react";
import { exactTime, relativeTime } from "./time-words.ts";
import { Tooltip } from "./tooltip.tsx";

/**
 * A moment as people say it; exact on hover and focus.
 * @param value an ISO moment, or a day (`2026-11-24`)
 * @param locale the reader's language
 * @param zone the reader's time zone (IANA)
 * @param as `relative` (“2 days ago”) or `day` (“24 November 2026”)
 */
export function Time({
  value,
  locale,
  zone,
  as = "relative",
  inList = false,
}: {
  value: string;
  locale: string;
  zone: string;
  as?: "relative" | "day";
  /** One of many: it is no stop on the keyboard's way. */
  inList?: boolean;
}) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (as !== "relative") return;
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, [as]);
  const exact = exactTime(value, locale, zone);
  if (as === "day") return <time dateTime={value}>{exactTime(value.slice(0, 10), locale, zone)}</time>;
  return (
    <Tooltip content={exact}>
      <time
        dateTime={value}
        tabIndex={inList ? undefined : 0}
        className="rounded-sm whitespace-nowrap decoration-line-2 decoration-dotted underline-offset-3 hover:underline"
      >
        {relativeTime(value, now, locale)}
      </time>
    </Tooltip>
  );
}
