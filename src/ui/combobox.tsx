import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, X } from "lucide-react";
import { classes } from "./classes.ts";
import { controlClass, useFieldControl, useFieldLabel } from "./field.tsx";
import { fuzzyMatch } from "./fuzzy.ts";
import { popupClass, popupItemClass } from "./popup-class.ts";

export type ComboboxItem = { value: string; label: string; note?: string };

/**
 * One of many, found by typing. Load it lazily where it stands off the first screen.
 * @param items what can be chosen
 * @param value the chosen one's value, or null
 * @param words what the buttons are called, and what an empty list says
 */
export function Combobox({
  items,
  value,
  onValue,
  placeholder,
  words,
  disabled = false,
  id,
}: {
  items: readonly ComboboxItem[];
  value: string | null;
  onValue(value: string | null): void;
  placeholder?: string;
  words: { clear: string; open: string; empty: string };
  disabled?: boolean;
  id?: string;
}) {
  const { required, ...control } = useFieldControl(id);
  const labelledBy = useFieldLabel();
  const chosen = items.find((item) => item.value === value) ?? null;
  return (
    <Base.Root
      items={items as ComboboxItem[]}
      value={chosen}
      onValueChange={(item) => onValue(item?.value ?? null)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      filter={(item, query) => fuzzyMatch(query, `${item.label} ${item.note ?? ""}`) !== null}
      disabled={disabled}
      required={required ?? false}
      autoHighlight
    >
      <div className="relative">
        <Base.Input
          placeholder={placeholder}
          className={classes(controlClass, "pe-16")}
          aria-labelledby={labelledBy}
          {...control}
        />
        <div className="absolute inset-y-0 end-1.5 flex items-center text-ink-2">
          <Base.Clear aria-label={words.clear} className="grid size-7 place-items-center rounded-md hover:text-ink">
            <X aria-hidden="true" size={15} />
          </Base.Clear>
          <Base.Trigger aria-label={words.open} className="grid size-7 place-items-center rounded-md hover:text-ink">
            <ChevronDown aria-hidden="true" size={16} />
          </Base.Trigger>
        </div>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={5} className="z-40 outline-none">
          <Base.Popup className={classes(popupClass, "w-(--anchor-width) min-w-56 overflow-hidden")}>
            <Base.Empty className="text-sm text-ink-2 not-empty:px-3.5 not-empty:py-4">{words.empty}</Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain p-1.5 data-empty:p-0">
              {(item: ComboboxItem) => (
                <Base.Item key={item.value} value={item} className={popupItemClass}>
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.label}</span>
                    {item.note && <span className="block truncate text-xs text-ink-2">{item.note}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Check aria-hidden="true" size={16} className="text-pasture-ink" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
