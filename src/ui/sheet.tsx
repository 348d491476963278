import { Drawer } from "@base-ui/react/drawer";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { backdropClass } from "./dialog.tsx";
import { IconButton } from "./icon-button.tsx";

/**
 * A sheet that comes up from the foot of a phone; it can be swiped away.
 * @param title what it holds
 * @param closeLabel the name of its closing button
 */
export function Sheet({
  open,
  onOpen,
  title,
  closeLabel,
  children,
}: {
  open: boolean;
  onOpen(open: boolean): void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
}) {
  return (
    <Drawer.Root open={open} onOpenChange={(next) => onOpen(next)} swipeDirection="down">
      <Drawer.Portal>
        <Drawer.Backdrop className={backdropClass} />
        <Drawer.Viewport className="fixed inset-0 z-30 flex items-end justify-center">
          <Drawer.Popup className="max-h-[88dvh] w-full max-w-xl [transform:translateY(var(--drawer-swipe-movement-y))] overflow-y-auto overscroll-contain rounded-t-2xl border border-b-0 border-line bg-surface shadow-lg outline-none transition-transform duration-300 ease-calm data-ending-style:[transform:translateY(100%)] data-starting-style:[transform:translateY(100%)] data-swiping:select-none data-swiping:duration-0">
            <div aria-hidden="true" className="mx-auto mt-2.5 h-1 w-10 rounded-full bg-line-2" />
            <Drawer.Content className="px-5 pt-2 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
              <div className="mb-2 flex items-center justify-between gap-4">
                <Drawer.Title className="text-lg">{title}</Drawer.Title>
                <Drawer.Close
                  render={<IconButton label={closeLabel} icon={<X aria-hidden="true" size={18} />} className="-me-2" />}
                />
              </div>
              {children}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
