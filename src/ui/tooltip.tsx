import {
  cloneElement,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";

type Handlers = {
  onPointerEnter?: (event: PointerEvent) => void;
  onPointerLeave?: (event: PointerEvent) => void;
  onFocus?: (event: FocusEvent) => void;
  onBlur?: (event: FocusEvent) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  "aria-describedby"?: string | undefined;
};

/**
 * A short remark on hover and on keyboard focus. It can be left with Escape and read under the pointer, and it never
 * holds anything to press. Small enough for the first screen, which a positioning library is not.
 * @param content a few words
 * @param names true where the remark only repeats the trigger's accessible name
 */
export function Tooltip({
  content,
  names = false,
  children,
}: {
  content: ReactNode;
  names?: boolean;
  children: ReactElement<Handlers>;
}) {
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  useEffect(() => () => clearTimeout(timer.current), []);

  const open = (element: Element, afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), afterMs);
  };
  const close = (afterMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(null), afterMs);
  };
  const own = children.props;
  const trigger = cloneElement(children, {
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event);
      if (event.pointerType !== "touch") open(event.currentTarget, 350);
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event);
      close(120);
    },
    onFocus: (event) => {
      own.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) open(event.currentTarget, 0);
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      close(0);
    },
    onKeyDown: (event) => {
      own.onKeyDown?.(event);
      if (event.key === "Escape" && anchor) {
        event.stopPropagation();
        close(0);
      }
    },
    "aria-describedby": names ? own["aria-describedby"] : [own["aria-describedby"], id].filter(Boolean).join(" "),
  });
  return (
    <>
      {trigger}
      {!names && (
        <span id={id} hidden>
          {content}
        </span>
      )}
      {anchor &&
        createPortal(
          <Bubble anchor={anchor} onEnter={() => clearTimeout(timer.current)} onLeave={() => close(80)}>
            {content}
          </Bubble>,
          document.body,
        )}
    </>
  );
}

const edge = 8;

function Bubble({
  anchor,
  children,
  onEnter,
  onLeave,
}: {
  anchor: Element;
  children: ReactNode;
  onEnter(): void;
  onLeave(): void;
}) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current!;
    const around = anchor.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const above = around.top - own.height - 6;
    const top = above >= edge ? above : around.bottom + 6;
    const middle = around.left + around.width / 2 - own.width / 2;
    const left = Math.max(edge, Math.min(middle, document.documentElement.clientWidth - own.width - edge));
    element.style.top = `${top}px`;
    element.style.left = `${left}px`;
  }, [anchor]);
  return (
    // what it says stands in the trigger's description already
    <div
      ref={bubble}
      aria-hidden="true"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="no-print fixed z-50 w-max max-w-64 rounded-md bg-[light-dark(#26332c,#e4ebe2)] px-2.5 py-1.5 text-xs leading-snug font-medium text-[light-dark(#faf7f0,#16201b)] shadow-md"
    >
      {children}
    </div>
  );
}
