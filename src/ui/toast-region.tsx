import { lazy, Suspense, useSyncExternalStore } from "react";
import { toastQueue } from "./toast.ts";

const Toasts = lazy(() => import("./toasts.tsx").then((module) => ({ default: module.Toasts })));
let wanted = false;

/**
 * Where messages appear. Put it once, at the end of the page; what it needs is fetched with the first message.
 * @param label the region's name, and `dismiss` the closing button's
 */
export function ToastRegion({ label, dismiss }: { label: string; dismiss: string }) {
  const any = useSyncExternalStore(toastQueue.subscribe, () => {
    wanted ||= toastQueue.waiting().length > 0;
    return wanted;
  });
  if (!any) return null;
  return (
    <Suspense>
      <Toasts label={label} dismiss={dismiss} />
    </Suspense>
  );
}
