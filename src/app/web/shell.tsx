import { Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useNews, useOnline } from "../../foundation/news.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { NoticeBell } from "../../notices/web/notice-bell.tsx";
import { PlaceProvider } from "../../people/web/place.tsx";
import { lastPlace, peopleClient, type WorkspaceView } from "../../people/web/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Logo } from "../../ui/logo.tsx";
import { ToastRegion } from "../../ui/toast-region.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { PhoneBar, SideNavigation } from "./navigation.tsx";
import { PlaceMenu } from "./place-menu.tsx";
import { Broken, Waiting } from "./states.tsx";
import { useTitleFromHeading } from "./title.ts";
import { WeDecided } from "./we-decided.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");
const Palette = lazy(() => import("./palette.tsx").then((module) => ({ default: module.Palette })));

const unseenSaid = (n: number) => say("nav.unseen", { n });

type Team = WorkspaceView["teams"][number];

/** The team that the pages are about: the address's, else where this browser was last, else one of mine. */
function currentTeam(teams: readonly Team[], wanted: string | undefined): Team | null {
  const open = teams.filter(({ closed }) => !closed);
  return (
    teams.find(({ id }) => id === wanted) ??
    open.find(({ id }) => id === lastPlace().team) ??
    open.find(({ myRole }) => myRole === "lead") ??
    open.find(({ myRole }) => myRole !== null) ??
    open[0] ??
    null
  );
}

/** The frame around every screen of a workspace: where one is, where one can go, and what goes on. */
export function Shell() {
  const params = useParams({ strict: false }) as { workspace?: string; team?: string };
  const navigate = useNavigate();
  const my = peopleClient.useAsk("me", {});
  const entry = my.data?.workspaces.find(({ slug }) => slug === params.workspace);
  const workspace = peopleClient.useAsk("workspace", { workspace: entry?.id ?? "" }, { enabled: Boolean(entry) });

  // signed out elsewhere, or removed from here: the start knows where to go from there
  const gone = my.data !== undefined && !entry;
  const refused = [my.error, workspace.error].some(
    (error) => error && ["not_signed_in", "not_found"].includes(error.code),
  );
  const lost = gone || refused;
  useEffect(() => {
    if (lost) void navigate({ to: "/", reloadDocument: true });
  }, [lost, navigate]);

  if (!my.data || !workspace.data) {
    const error = my.error ?? workspace.error;
    return error && !lost ? <Broken error={error} again={() => void workspace.refetch()} /> : <Waiting />;
  }
  const team = currentTeam(workspace.data.teams, params.team);
  return (
    <PlaceProvider place={{ my: my.data, workspace: workspace.data, team }}>
      <Frame workspace={workspace.data.id} />
    </PlaceProvider>
  );
}

function Frame({ workspace }: { workspace: string }) {
  const [palette, setPalette] = useState(false);
  const [paletteWanted, setPaletteWanted] = useState(false);
  useTitleFromHeading(say("name"));
  const openPalette = () => {
    setPaletteWanted(true);
    setPalette(true);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setPaletteWanted(true);
      setPalette((shown) => !shown);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);

  return (
    <>
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-2 focus:shadow-md"
      >
        {say("skip")}
      </a>
      <div className="min-h-dvh md:grid print:block md:grid-cols-[14.5rem_minmax(0,1fr)]">
        <aside className="no-print sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-e border-line bg-sand px-3.5 pt-6 pb-4 md:flex">
          <div className="flex items-center justify-between gap-2 ps-2.5">
            <Logo name={say("name")} />
            <NoticeBell label={unseenSaid} />
          </div>
          <PlaceMenu />
          <SideNavigation openPalette={openPalette} />
          <div className="mt-auto">
            <AccountMenu />
          </div>
        </aside>
        <div className="min-w-0">
          <header className="no-print flex items-center justify-between gap-3 border-b border-line bg-sand px-4 py-2.5 md:hidden">
            <Logo name={say("name")} />
            <div className="flex min-w-0 max-w-[60%] items-center gap-1">
              <NoticeBell label={unseenSaid} />
              <div className="min-w-0">
                <PlaceMenu small />
              </div>
            </div>
          </header>
          <main
            id="page"
            className="mx-auto w-full max-w-[73rem] px-4 pt-5 pb-28 outline-none sm:px-6 md:px-10 md:pt-7 md:pb-16"
          >
            <Connection workspace={workspace} />
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <PhoneBar openPalette={openPalette} />
      <ToastRegion label={say("notices")} dismiss={say("dismiss")} />
      <WeDecided />
      {paletteWanted && (
        <Suspense>
          <Palette open={palette} onOpen={setPalette} />
        </Suspense>
      )}
    </>
  );
}

/** Says so when there is no connection, after a moment: a blink is not worth a sentence. */
function Connection({ workspace }: { workspace: string }) {
  const online = useOnline();
  const news = useNews(workspace);
  const broken = !online || news === "lost";
  const [said, setSaid] = useState(false);
  useEffect(() => {
    if (!broken) {
      setSaid(false);
      return;
    }
    const timer = setTimeout(() => setSaid(true), 2_500);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <div aria-live="polite">
      {said && (
        <div className="mb-5">
          <Banner tone="brass">{say(online ? "connection.lost" : "connection.offline")}</Banner>
        </div>
      )}
    </div>
  );
}

/** The frame for somebody who is in no workspace yet: the bell above one card. */
export function PlainFrame() {
  useTitleFromHeading(say("name"));
  return (
    <div className="flex min-h-dvh flex-col items-center bg-paper px-4 py-10 sm:justify-center">
      <header>
        <Logo name={say("name")} />
      </header>
      <main id="page" className="mt-8 w-full max-w-md outline-none">
        <Outlet />
      </main>
      <ToastRegion label={say("notices")} dismiss={say("dismiss")} />
    </div>
  );
}

/** No frame at all, for the page that shows the components. */
export function BareFrame() {
  return (
    <main id="page">
      <Outlet />
    </main>
  );
}
