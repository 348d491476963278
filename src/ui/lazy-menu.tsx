import { cloneElement, lazy, type ReactElement, Suspense, useState } from "react";
import type { MenuProps } from "./menu.tsx";

const load = () => import("./menu.tsx");
const Menu = lazy(() => load().then((module) => ({ default: module.Menu })));

type TriggerHandlers = {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
};

/**
 * A menu whose machinery is fetched when somebody reaches for it, for buttons on the first screen.
 * Its `trigger` is a plain button.
 */
export function LazyMenu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const trigger = cloneElement(props.trigger as ReactElement<TriggerHandlers>, {
    onClick: () => setWanted(true),
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    "aria-haspopup": "menu",
    "aria-expanded": false,
  });
  if (!wanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <Menu {...props} defaultOpen />
    </Suspense>
  );
}
