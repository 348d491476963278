import { useEffect, useState } from "react";

/** Typing is waited out before anything is asked. */
const typingMs = 220;

/** The text after somebody stopped typing. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
