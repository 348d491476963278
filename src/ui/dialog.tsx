import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";

const fields = "input:checked, input:not([type=hidden], [type=radio]), select, textarea";
const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" } as const;

/** What lies between the page and what stands before it. */
export const backdropClass =
  "fixed inset-0 z-30 bg-scrim transition-opacity duration-200 data-starting-style:opacity-0 data-ending-style:opacity-0";

/**
 * A sheet before the page; the page waits behind it. Escape and a press beside it close it.
 * @param title what it is about
 * @param lead a sentence under the title
 * @param trigger the button that opens it, where it keeps its own state
 * @param actions buttons at its end, the main one last
 * @param closeLabel the name of its closing button
 */
export function Dialog({
  open,
  onOpen,
  title,
  lead,
  trigger,
  actions,
  closeLabel,
  width = "sm",
  children,
}: {
  open?: boolean;
  onOpen?: (open: boolean) => void;
  title: ReactNode;
  lead?: ReactNode;
  trigger?: ReactElement;
  actions?: ReactNode;
  closeLabel: string;
  width?: keyof typeof widths;
  children?: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  // what is to be filled in comes first; a dialog without fields begins at its closing button
  const firstField = () => body.current?.querySelector<HTMLElement>(fields) ?? true;
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpen?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-30 flex items-end justify-center overflow-hidden sm:items-center sm:p-6">
          <Base.Popup
            initialFocus={firstField}
            className={classes(
              "relative flex max-h-[calc(100dvh-2.5rem)] w-full flex-col overflow-hidden rounded-t-2xl border border-line bg-surface shadow-lg outline-none transition-[opacity,translate,scale] duration-200 ease-calm data-starting-style:translate-y-4 data-starting-style:opacity-0 data-ending-style:translate-y-4 data-ending-style:opacity-0 sm:max-h-[calc(100dvh-4rem)] sm:rounded-2xl",
              widths[width],
            )}
          >
            <div className="flex items-start justify-between gap-4 px-6 pt-5">
              <div className="min-w-0">
                <Base.Title className="text-xl">{title}</Base.Title>
                {lead && <Base.Description className="mt-1 text-sm text-ink-2">{lead}</Base.Description>}
              </div>
              <Base.Close
                render={
                  <IconButton label={closeLabel} icon={<X aria-hidden="true" size={18} />} className="-me-2.5 -mt-1" />
                }
              />
            </div>
            <div ref={body} className="min-h-0 overflow-y-auto overscroll-contain px-6 pt-4 pb-6">
              {children}
            </div>
            {actions && (
              <div className="flex flex-wrap justify-end gap-2.5 border-t border-line bg-paper px-6 py-3.5 pb-[max(0.875rem,env(safe-area-inset-bottom))]">
                {actions}
              </div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
