export type ToastTone = "success" | "error";
export type ToastAction = { label: string; onPress(): void };
export type ToastMessage = { id: number; tone: ToastTone; text: string; actions: readonly ToastAction[] };

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
 * @param actions what can be done about it while it stands there, the way back first; one that is undefined is left out
 * @example toast.success("Link revoked", { label: "Undo", onPress: bringBack })
 */
export const toast = {
  success: (text: string, ...actions: (ToastAction | undefined)[]) =>
    tell({ tone: "success", text, actions: actions.filter((action) => action !== undefined) }),
  error: (text: string, ...actions: (ToastAction | undefined)[]) =>
    tell({ tone: "error", text, actions: actions.filter((action) => action !== undefined) }),
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
