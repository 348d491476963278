import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect } from "react";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { type ToastMessage, toastQueue } from "./toast.ts";

const readingMs = 7_000;
const actingMs = 12_000;

/** The messages themselves; F6 goes to them. */
export function Toasts({ label, dismiss }: { label: string; dismiss: string }) {
  return (
    <Toast.Provider limit={3} timeout={readingMs}>
      <Feed />
      <Toast.Portal>
        <Toast.Viewport
          aria-label={label}
          className="no-print fixed inset-x-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-50 mx-auto flex max-w-md flex-col gap-2 outline-none md:inset-x-auto md:end-6 md:bottom-6 md:w-104"
        >
          <List dismiss={dismiss} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Hands the queue's messages on. */
function Feed() {
  const { add } = Toast.useToastManager<ToastMessage>();
  useEffect(() => {
    const show = () => {
      for (const message of toastQueue.take()) {
        add({
          id: String(message.id),
          title: message.text,
          priority: message.tone === "error" ? "high" : "low",
          timeout: message.actions.length > 0 || message.tone === "error" ? actingMs : readingMs,
          data: message,
        });
      }
    };
    show();
    return toastQueue.subscribe(show);
  }, [add]);
  return null;
}

function List({ dismiss }: { dismiss: string }) {
  const { toasts, close } = Toast.useToastManager<ToastMessage>();
  return toasts.map((shown) => {
    const message = shown.data!;
    const wrong = message.tone === "error";
    const Icon = wrong ? CircleAlert : CircleCheck;
    return (
      <Toast.Root
        key={shown.id}
        toast={shown}
        swipeDirection={["down", "right", "left"]}
        className={classes(
          "rounded-xl border bg-raised shadow-lg transition-[opacity,translate] duration-200 ease-calm data-ending-style:translate-y-2 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0",
          wrong ? "border-clay-edge" : "border-line-2",
        )}
      >
        <Toast.Content className="flex items-center gap-3 py-2.5 ps-4 pe-2">
          <Icon
            aria-hidden="true"
            size={18}
            className={classes("shrink-0", wrong ? "text-clay-ink" : "text-pasture-ink")}
          />
          <Toast.Title render={<p />} className="min-w-0 flex-1 text-sm" />
          {message.actions.map(({ label, onPress }) => (
            <Button
              key={label}
              size="sm"
              onClick={() => {
                close(shown.id);
                onPress();
              }}
            >
              {label}
            </Button>
          ))}
          <Toast.Close
            aria-label={dismiss}
            className="grid size-8 shrink-0 place-items-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink"
          >
            <X aria-hidden="true" size={16} />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
