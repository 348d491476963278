import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { classes } from "./classes.ts";
import { backdropClass } from "./dialog.tsx";
import { fuzzyFilter } from "./fuzzy.ts";
import { Kbd } from "./kbd.tsx";
import { popupItemClass } from "./popup-class.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type Command = {
  key: string;
  label: string;
  /** Other names by which it may be looked for. */
  also?: string;
  note?: string;
  icon?: ReactNode;
  run(): void;
};
export type CommandGroup = { key: string; label: string; commands: readonly Command[] };

const mostInGroup = 8;

/**
 * Goes anywhere and does anything by typing a few letters. Load it lazily.
 * @param groups what can be reached, in groups; the best matches come first in each
 * @param words its name, the line's hint, what an empty list says, what Enter and Escape do
 */
export function CommandPalette({
  open,
  onOpen,
  groups,
  words,
}: {
  open: boolean;
  onOpen(open: boolean): void;
  groups: readonly CommandGroup[];
  words: { label: string; placeholder: string; empty: string; go: string; close: string };
}) {
  const [query, setQuery] = useState("");
  const found = useMemo(
    () =>
      groups
        .map((group) => ({
          ...group,
          items: fuzzyFilter(query, group.commands, (command) => `${command.label} ${command.also ?? ""}`).slice(
            0,
            mostInGroup,
          ),
        }))
        .filter((group) => group.items.length > 0),
    [groups, query],
  );
  const change = (next: boolean) => {
    onOpen(next);
    if (!next) setQuery("");
  };
  return (
    <Dialog.Root open={open} onOpenChange={change}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Viewport className="fixed inset-0 z-30 flex items-start justify-center overflow-hidden p-3 sm:pt-[12vh]">
          <Dialog.Popup
            aria-label={words.label}
            className="flex max-h-[min(34rem,calc(100dvh-3rem))] w-full max-w-xl flex-col overflow-hidden rounded-2xl border border-line bg-raised shadow-lg outline-none transition-[opacity,scale] duration-150 ease-calm data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:scale-98 data-ending-style:opacity-0"
          >
            <Autocomplete.Root
              open
              inline
              items={found}
              filter={null}
              value={query}
              onValueChange={setQuery}
              itemToStringValue={(command: Command) => command.label}
              autoHighlight="always"
              keepHighlight
            >
              <div className="flex items-center gap-3 border-b border-line px-4">
                <Search aria-hidden="true" size={18} className="shrink-0 text-ink-2" />
                <Autocomplete.Input
                  aria-label={words.label}
                  placeholder={words.placeholder}
                  className="min-h-13 w-full bg-transparent text-base outline-none"
                />
                <Dialog.Close className="rounded-md">
                  <Kbd>Esc</Kbd>
                  <VisuallyHidden>{words.close}</VisuallyHidden>
                </Dialog.Close>
              </div>
              <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
                <Autocomplete.Empty className="text-sm text-ink-2 not-empty:px-3 not-empty:py-6 not-empty:text-center">
                  {words.empty}
                </Autocomplete.Empty>
                <Autocomplete.List>
                  {(group: CommandGroup & { items: Command[] }) => (
                    <Autocomplete.Group key={group.key} items={group.items} className="not-first:mt-2">
                      <Autocomplete.GroupLabel className="px-2.5 pt-1 pb-1 text-xs font-semibold text-ink-2">
                        {group.label}
                      </Autocomplete.GroupLabel>
                      <Autocomplete.Collection>
                        {(command: Command) => (
                          <Autocomplete.Item
                            key={command.key}
                            value={command}
                            onClick={() => {
                              change(false);
                              command.run();
                            }}
                            className={classes(popupItemClass, "group/item")}
                          >
                            {command.icon}
                            <span className="min-w-0 flex-1 truncate">{command.label}</span>
                            {command.note && (
                              <span className="max-w-[45%] truncate text-xs text-ink-2">{command.note}</span>
                            )}
                          </Autocomplete.Item>
                        )}
                      </Autocomplete.Collection>
                    </Autocomplete.Group>
                  )}
                </Autocomplete.List>
              </div>
              <div className="hidden items-center gap-4 border-t border-line bg-surface px-4 py-2 text-xs text-ink-2 pointer-fine:flex">
                <span className="inline-flex items-center gap-1.5">
                  <Kbd>↑</Kbd>
                  <Kbd>↓</Kbd>
                </span>
                <span className="inline-flex items-center gap-1.5">
                  <Kbd>↵</Kbd> {words.go}
                </span>
              </div>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
