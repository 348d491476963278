import { Link } from "@tanstack/react-router";
import { LogOut, Search, UserRound } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { NavInside, navItemClass } from "../../ui/nav.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useSignOut } from "./account-menu.tsx";
import { pagesOf } from "./pages.tsx";
import { WeDecidedItem } from "./we-decided.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");

/** What the phone's bar has no room for. */
export function MoreSheet(props: { open: boolean; onOpen(open: boolean): void; openPalette: () => void }) {
  const place = usePlace();
  const signOut = useSignOut();
  const close = () => props.onOpen(false);
  const at = { workspace: place.workspace.slug };
  return (
    <Sheet open={props.open} onOpen={props.onOpen} title={say("nav.more")} closeLabel={say("nav.close")}>
      <div className="grid gap-1">
        <WeDecidedItem before={close} />
        {pagesOf(place)
          .filter((page) => page.place !== "bar")
          .map((page) => (
            <Link
              key={page.key}
              to={page.to}
              params={page.params as { workspace: string; team: string }}
              className={navItemClass}
              onClick={close}
            >
              <NavInside icon={page.icon}>{page.label}</NavInside>
            </Link>
          ))}
        <Link to="/w/$workspace/me" params={at} className={navItemClass} onClick={close}>
          <NavInside icon={<UserRound aria-hidden="true" />}>{say("nav.me")}</NavInside>
        </Link>
        <button
          type="button"
          className={navItemClass}
          onClick={() => {
            close();
            props.openPalette();
          }}
        >
          <Search aria-hidden="true" />
          {say("palette.open")}
        </button>
        <button type="button" className={navItemClass} onClick={signOut}>
          <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
          {say("account.sign_out")}
        </button>
      </div>
    </Sheet>
  );
}
