import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/**
 * A dialog that an address can ask for, as in `#invite`.
 * @param hash the word behind the #
 * @returns whether it is open, and opening or closing it; closing takes the word off the address
 */
export function useHashDialog(hash: string): [boolean, (open: boolean) => void] {
  const here = useLocation().hash === hash;
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (here) setOpen(true);
  }, [here]);
  const set = (next: boolean) => {
    setOpen(next);
    if (!next && here) void navigate({ to: ".", search: true, hash: "", replace: true });
  };
  return [open, set];
}
