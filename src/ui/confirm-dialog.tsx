import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { backdropClass } from "./dialog.tsx";

/**
 * Asks once before something that cannot simply be undone. Only an answer closes it.
 * @param title the question
 * @param children what will happen, and what stays
 * @param confirm the word on the button that does it; never just “OK”
 * @param danger true where something is lost
 * @param error why it did not work, if it did not
 */
export function ConfirmDialog({
  open,
  onOpen,
  title,
  confirm,
  cancel,
  onConfirm,
  danger = false,
  busy = false,
  error,
  children,
}: {
  open: boolean;
  onOpen(open: boolean): void;
  title: ReactNode;
  confirm: string;
  cancel: string;
  onConfirm(): void;
  danger?: boolean;
  busy?: boolean;
  error?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpen}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Viewport className="fixed inset-0 z-30 flex items-end justify-center sm:items-center sm:p-6">
          <AlertDialog.Popup className="w-full max-w-md rounded-t-2xl border border-line bg-surface px-6 py-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-lg outline-none transition-[opacity,translate] duration-200 ease-calm data-starting-style:translate-y-4 data-starting-style:opacity-0 data-ending-style:translate-y-4 data-ending-style:opacity-0 sm:rounded-2xl">
            <AlertDialog.Title className="text-xl">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-2 text-ink-2">
              {children}
            </AlertDialog.Description>
            {error && (
              <p role="alert" className="mt-3 text-sm font-medium text-clay-ink">
                {error}
              </p>
            )}
            <div className="mt-6 flex flex-wrap justify-end gap-2.5">
              <AlertDialog.Close render={<Button>{cancel}</Button>} />
              <Button look={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
                {confirm}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
