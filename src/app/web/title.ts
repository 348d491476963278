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
      const heading = page.querySelector("h1")?.textContent?.trim();
      const title = heading ? `${heading} · ${name}` : name;
      if (document.title !== title) document.title = title;
    };
    tell();
    const observer = new MutationObserver(tell);
    observer.observe(page, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, [name]);
}
