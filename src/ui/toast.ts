export type ToastTone = "success" | "error";
export type ToastAction = { label: string; onPress(): void };
export type ToastMessage = { id: number; tone: ToastTone; text: string; action?: ToastAction | undefined };

let next = 1;
let waiting: ToastMessage[] = [];
const listeners = new Set<() => void>();

function tell(message: Omit<ToastMessage, "id">): void {
  waiting = [...waiting, { ...message, id: next }];
  next += 1;
  for (const listener of listeners) listener();
}

/**
 * Says that something was done (or was not), at the foot of the page, for a few seconds.
 * @example toast.success("Link revoked", { label: "Undo", onPress: bringBack })
 */
export const toast = {
  success: (text: string, action?: ToastAction) => tell({ tone: "success", text, action }),
  error: (text: string, action?: ToastAction) => tell({ tone: "error", text, action }),
};

/** The messages that nobody has taken yet; taking empties the list. For the region that shows them. */
export const toastQueue = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  waiting: (): readonly ToastMessage[] => waiting,
  take(): readonly ToastMessage[] {
    const taken = waiting;
    if (taken.length > 0) waiting = [];
    return taken;
  },
};
