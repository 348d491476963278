import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { popupClass } from "./popup-class.ts";

/**
 * A small sheet beside a button, for a few fields or a longer remark.
 * @param trigger the button that opens it
 * @param title its name; hidden from sight where `titleHidden`
 */
export function Popover({
  trigger,
  title,
  titleHidden = false,
  align = "start",
  children,
}: {
  trigger: ReactElement;
  title: ReactNode;
  titleHidden?: boolean;
  align?: "start" | "center" | "end";
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-40" collisionPadding={10}>
          <Base.Popup className={classes(popupClass, "w-80 max-w-(--available-width) p-4")}>
            <Base.Title className={titleHidden ? "sr-only" : "mb-2 text-base"}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
