import { useEffect } from "react";

/**
 * Names the window after the page's heading, whenever that is there or changes.
 * @param name the product's name, which stands behind it
 */
export function useTitleFromHeading(name: string): void {
  useEffect(() => {
    const page = document.getElementById("page");
    if (!page) return;
    const tell = () => {
      const heading = spoken(page.querySelector("h1"));
      const title = heading ? `${heading} · ${name}` : name;
      if (document.title !== title) document.title = title;
    };
    tell();
    const observer = new MutationObserver(tell);
    observer.observe(page, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [name]);
}

/** An element's words as they are read out: pictures drawn from letters are left out. */
function spoken(element: Element | null): string | undefined {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden="true"]') ?? []) hidden.remove();
  return copy?.textContent?.trim() || undefined;
}
