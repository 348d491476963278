import { useRef } from "react";

/**
 * Does something once at a time: a second press does nothing while the first is on its way, however fast it comes.
 * @returns runs what is handed to it, unless something is under way
 */
export function useOnce(): (work: () => Promise<unknown>) => Promise<void> {
  const underWay = useRef(false);
  return async (work) => {
    if (underWay.current) return;
    underWay.current = true;
    try {
      await work();
    } finally {
      underWay.current = false;
    }
  };
}
