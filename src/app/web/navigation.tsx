import { Link } from "@tanstack/react-router";
import { Ellipsis, Search } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { barItemClass, NavGroup, NavInside, navItemClass } from "../../ui/nav.tsx";
import { type Page, pagesOf } from "./pages.tsx";
import { WeDecidedItem } from "./we-decided.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");
const MoreSheet = lazy(() => import("./more-sheet.tsx").then((module) => ({ default: module.MoreSheet })));

function PageLink({ page, bar = false }: { page: Page; bar?: boolean }) {
  return (
    <Link
      to={page.to}
      params={page.params as { workspace: string; team: string }}
      className={bar ? barItemClass : navItemClass}
      activeOptions={{ exact: !page.below, includeSearch: false }}
    >
      {bar ? (
        <>
          {page.icon}
          <span>{page.label}</span>
        </>
      ) : (
        <NavInside icon={page.icon}>{page.label}</NavInside>
      )}
    </Link>
  );
}

/** The pages at the side of a wide screen, in two groups, and the way to anything by typing. */
export function SideNavigation({ openPalette }: { openPalette: () => void }) {
  const place = usePlace();
  const pages = pagesOf(place);
  const first = pages.filter(({ place: where }) => where !== "workspace");
  return (
    <div>
      <NavGroup label={say("nav.label")}>
        {first.map((page) => (
          <PageLink key={page.key} page={page} />
        ))}
      </NavGroup>
      <NavGroup label={say("nav.workspace")} heading>
        {pages
          .filter((page) => !first.includes(page))
          .map((page) => (
            <PageLink key={page.key} page={page} />
          ))}
      </NavGroup>
      <div className="mt-4">
        <WeDecidedItem />
      </div>
      <button type="button" onClick={openPalette} className={navItemClass}>
        <Search aria-hidden="true" />
        <span className="flex-1">{say("palette.open")}</span>
        <span aria-hidden="true">
          <Kbd>{/Mac|iP/.test(navigator.platform) ? "⌘ K" : "Ctrl K"}</Kbd>
        </span>
      </button>
    </div>
  );
}

/** The bar at the foot of a phone: four pages, and the rest behind “More”. */
export function PhoneBar({ openPalette }: { openPalette: () => void }) {
  const [more, setMore] = useState(false);
  const [wanted, setWanted] = useState(false);
  const place = usePlace();
  const pages = pagesOf(place).filter(({ place: where }) => where === "bar");
  return (
    <>
      <nav
        aria-label={say("nav.label")}
        className="no-print fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {pages.map((page) => (
          <PageLink key={page.key} page={page} bar />
        ))}
        <button
          type="button"
          className={barItemClass}
          aria-haspopup="dialog"
          aria-expanded={more}
          onClick={() => {
            setWanted(true);
            setMore(true);
          }}
        >
          <Ellipsis aria-hidden="true" />
          <span>{say("nav.more")}</span>
        </button>
      </nav>
      {wanted && (
        <Suspense>
          <MoreSheet open={more} onOpen={setMore} openPalette={openPalette} />
        </Suspense>
      )}
    </>
  );
}
