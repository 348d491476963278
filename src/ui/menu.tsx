import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { popupClass, popupItemClass } from "./popup-class.ts";

export type MenuItem =
  | {
      key: string;
      label: ReactNode;
      note?: ReactNode;
      icon?: ReactNode;
      danger?: boolean;
      /** Why it may not be chosen now. */
      why?: string | null;
      onSelect?: () => void;
      /** An element that goes somewhere (a link); the label is put into it. */
      link?: ReactElement;
    }
  | {
      key: string;
      choices: readonly { value: string; label: ReactNode }[];
      value: string;
      onValue(value: string): void;
      label: ReactNode;
    }
  | { key: string; separator: true }
  | { key: string; heading: ReactNode };

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  items: readonly MenuItem[];
  /** A few words at its head. */
  head?: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  defaultOpen?: boolean;
};

/** What can be done with a thing, under one button. */
export function Menu({ trigger, items, head, align = "end", side = "bottom", defaultOpen = false }: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} side={side} className="z-40" collisionPadding={10}>
          <Base.Popup
            className={classes(
              popupClass,
              "max-h-(--available-height) max-w-[min(22rem,var(--available-width))] min-w-52 overflow-y-auto p-1.5",
            )}
          >
            {head && <div className="mb-1.5 border-b border-line px-2.5 pt-1.5 pb-2.5">{head}</div>}
            {items.map(line)}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function line(item: MenuItem) {
  if ("separator" in item) return <Base.Separator key={item.key} className="mx-1 my-1.5 h-px bg-line" />;
  if ("heading" in item) {
    return (
      <div key={item.key} className="eyebrow px-2.5 pt-2 pb-1">
        {item.heading}
      </div>
    );
  }
  if ("choices" in item) {
    const { key, ...choice } = item;
    return <MenuChoice key={key} {...choice} />;
  }
  const look = classes(popupItemClass, item.danger && "text-clay-ink [&>svg]:text-clay-ink!");
  const inside = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1">
        <span className="block">{item.label}</span>
        {(item.why || item.note) && <span className="block text-xs text-ink-2">{item.why || item.note}</span>}
      </span>
    </>
  );
  if (item.link) {
    return (
      <Base.LinkItem key={item.key} render={item.link} className={look} closeOnClick>
        {inside}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item key={item.key} disabled={Boolean(item.why)} onClick={item.onSelect} className={look}>
      {inside}
    </Base.Item>
  );
}

function MenuChoice({
  label,
  choices,
  value,
  onValue,
}: {
  label: ReactNode;
  choices: readonly { value: string; label: ReactNode }[];
  value: string;
  onValue(value: string): void;
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onValue(String(next))}>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-xs font-semibold text-ink-2">{label}</Base.GroupLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={popupItemClass}>
          <span className="min-w-0 flex-1">{choice.label}</span>
          <Base.RadioItemIndicator>
            <Check aria-hidden="true" size={16} className="text-pasture-ink" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
