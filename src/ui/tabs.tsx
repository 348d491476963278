import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

/**
 * Sheets of one thing, one in front at a time.
 * @param label what the sheets are of, for who listens
 * @param value the sheet in front; leave out to let the tabs keep it
 */
export function Tabs({
  label,
  tabs,
  value,
  defaultValue,
  onValue,
}: {
  label: string;
  tabs: readonly { value: string; label: ReactNode; note?: ReactNode; panel: ReactNode }[];
  value?: string;
  defaultValue?: string;
  onValue?: (value: string) => void;
}) {
  return (
    <Base.Root
      {...(value === undefined ? { defaultValue: defaultValue ?? tabs[0]?.value } : { value })}
      onValueChange={(next) => onValue?.(String(next))}
    >
      <div className="overflow-x-auto border-b border-line">
        <Base.List aria-label={label} className="relative flex min-w-max gap-1">
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              className="flex items-center gap-2 px-3 py-2.5 text-sm font-semibold text-ink-2 select-none hover:text-ink focus-visible:outline-offset-[-3px] data-active:text-ink"
            >
              {tab.label}
              {tab.note && (
                <span className="rounded-full bg-neutral-soft px-2 text-xs text-ink-2 tabular-nums">{tab.note}</span>
              )}
            </Base.Tab>
          ))}
          <Base.Indicator className="absolute bottom-0 left-0 h-[2.5px] w-(--active-tab-width) translate-x-(--active-tab-left) rounded-t-full bg-pasture transition-[translate,width] duration-200 ease-calm" />
        </Base.List>
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-5">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
