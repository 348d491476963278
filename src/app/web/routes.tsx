import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { decisionsClient } from "../../decisions/web/decisions-client.ts";
import { Refused } from "../../foundation/client.ts";
import { keepLanguage, needWords, spokenLocale } from "../../foundation/words-browser.ts";
import { lastPlace, peopleClient, type WorkspaceView } from "../../people/web/session.ts";
import { BareFrame, PlainFrame, Shell } from "./shell.tsx";

type Context = { queryClient: QueryClient };

const root = createRootRouteWithContext<Context>()({ component: Outlet });

/** Who I am; whoever is not signed in is asked to, and comes back here. */
async function whoAmI({ queryClient }: Context, here: string) {
  try {
    return await queryClient.ensureQueryData(peopleClient.queryOptions("me", {}));
  } catch (error) {
    if (error instanceof Refused && error.code === "not_signed_in") {
      throw redirect({ to: "/sign-in", search: here === "/" ? {} : { next: here } });
    }
    throw error;
  }
}

/** Only paths of ours are gone to after signing in. */
function ownPath(next: unknown): { next?: string } {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  async beforeLoad({ context }) {
    const installation = await peopleClient.ask("installation", {});
    if (installation.fresh && !installation.me) throw redirect({ to: "/sign-up", search: {} });
    const me = await whoAmI(context, "/");
    const last = me.workspaces.find(({ slug }) => slug === lastPlace().workspace) ?? me.workspaces[0];
    if (last) throw redirect({ to: "/w/$workspace", params: { workspace: last.slug } });
    throw redirect({ to: "/new-workspace" });
  },
});

// pages for somebody who is not in a workspace yet: one card on paper
const plain = createRoute({ getParentRoute: () => root, id: "plain", component: PlainFrame });
const signIn = createRoute({
  getParentRoute: () => plain,
  path: "/sign-in",
  validateSearch: (search) => ownPath(search.next),
  component: lazyRouteComponent(() => import("../../people/web/sign-in-page.tsx"), "SignInPage"),
});
const signUp = createRoute({
  getParentRoute: () => plain,
  path: "/sign-up",
  validateSearch: (search) => ownPath(search.next),
  component: lazyRouteComponent(() => import("../../people/web/sign-up-page.tsx"), "SignUpPage"),
});
const join = createRoute({
  getParentRoute: () => plain,
  path: "/join/$token",
  component: lazyRouteComponent(() => import("../../people/web/join-page.tsx"), "JoinPage"),
});
const newWorkspace = createRoute({
  getParentRoute: () => plain,
  path: "/new-workspace",
  beforeLoad: ({ context, location }) => whoAmI(context, location.href),
  component: lazyRouteComponent(() => import("../../people/web/new-workspace-page.tsx"), "NewWorkspacePage"),
});
const bare = createRoute({ getParentRoute: () => root, id: "bare", component: BareFrame });
const showcase = createRoute({
  getParentRoute: () => bare,
  path: "/ui",
  component: lazyRouteComponent(() => import("../../ui/showcase.tsx"), "Showcase"),
});

/** A workspace: its address part says which; every screen below stands in it. */
const workspace = createRoute({
  getParentRoute: () => root,
  path: "/w/$workspace",
  async beforeLoad({ context, params, location }) {
    const my = await whoAmI(context, location.href);
    const entry = my.workspaces.find(({ slug }) => slug === params.workspace);
    if (!entry) throw notFound();
    // my profile says which language is mine, in whichever browser I sit
    if (entry.locale !== spokenLocale()) keepLanguage(entry.locale);
    await context.queryClient.ensureQueryData(peopleClient.queryOptions("workspace", { workspace: entry.id }));
    return { workspaceId: entry.id };
  },
  component: Shell,
});
const inWorkspace = { getParentRoute: () => workspace } as const;

const today = createRoute({
  ...inWorkspace,
  path: "/",
  loader: () => needWords("home", "areas-first"),
  component: lazyRouteComponent(() => import("../../home/web/today-page.tsx"), "TodayPage"),
});
const peoplePage = createRoute({
  ...inWorkspace,
  path: "/people",
  component: lazyRouteComponent(() => import("../../people/web/people-page.tsx"), "PeoplePage"),
});
const member = createRoute({
  ...inWorkspace,
  path: "/people/$member",
  component: lazyRouteComponent(() => import("../../people/web/member-page.tsx"), "MemberPage"),
});
const teams = createRoute({
  ...inWorkspace,
  path: "/teams",
  component: lazyRouteComponent(() => import("../../people/web/teams-page.tsx"), "TeamsPage"),
});
const settings = createRoute({
  ...inWorkspace,
  path: "/settings",
  component: lazyRouteComponent(() => import("../../people/web/settings-page.tsx"), "SettingsPage"),
});
const me = createRoute({
  ...inWorkspace,
  path: "/me",
  // there before the page is drawn, so that nothing moves; where it cannot be had, the page does without
  loader: ({ context }) =>
    Promise.all([
      needWords("decisions"),
      context.queryClient.prefetchQuery(
        decisionsClient.queryOptions("calibration", { workspace: context.workspaceId }),
      ),
    ]),
  component: lazyRouteComponent(() => import("./me-slots.tsx"), "MeWithSlots"),
});

const ground = createRoute({
  ...inWorkspace,
  path: "/ground",
  loader: () => needWords("areas"),
  component: lazyRouteComponent(() => import("../../areas/web/ground-page.tsx"), "GroundPage"),
});
const noticesPage = createRoute({
  ...inWorkspace,
  path: "/notices",
  loader: () => needWords("notices"),
  component: lazyRouteComponent(() => import("../../notices/web/notices-page.tsx"), "NoticesPage"),
});
const mailPage = createRoute({
  ...inWorkspace,
  path: "/notices/mail",
  loader: () => needWords("notices"),
  component: lazyRouteComponent(() => import("../../notices/web/mail-page.tsx"), "MailPage"),
});

/** A team's screens; one that is not in this workspace is not here. */
const team = createRoute({
  ...inWorkspace,
  path: "/t/$team",
  async beforeLoad({ context, params }) {
    const view = await context.queryClient.ensureQueryData(
      peopleClient.queryOptions("workspace", { workspace: context.workspaceId }),
    );
    if (!(view as WorkspaceView).teams.some(({ id }) => id === params.team)) throw notFound();
  },
  component: Outlet,
});
const inTeam = { getParentRoute: () => team } as const;
const intentPage = createRoute({
  ...inTeam,
  path: "/intent",
  loader: () => needWords("direction"),
  component: lazyRouteComponent(() => import("../../direction/web/intent-page.tsx"), "IntentPage"),
});
const intentVersions = createRoute({
  ...inTeam,
  path: "/intent/versions",
  loader: () => needWords("direction"),
  component: lazyRouteComponent(() => import("../../direction/web/versions-page.tsx"), "VersionsPage"),
});
const agreement = createRoute({
  ...inTeam,
  path: "/agreement",
  loader: () => needWords("direction"),
  component: lazyRouteComponent(() => import("../../direction/web/agreement-page.tsx"), "AgreementPage"),
});
const goals = createRoute({
  ...inTeam,
  path: "/goals",
  loader: () => needWords("direction"),
  component: lazyRouteComponent(() => import("../../direction/web/goals-page.tsx"), "GoalsPage"),
});
const goal = createRoute({
  ...inTeam,
  path: "/goals/$goal",
  loader: () => needWords("direction", "areas", "decisions"),
  component: lazyRouteComponent(() => import("./goal-slots.tsx"), "GoalWithSlots"),
});
const board = createRoute({
  ...inTeam,
  path: "/areas",
  loader: () => needWords("areas"),
  component: lazyRouteComponent(() => import("../../areas/web/board-page.tsx"), "BoardPage"),
});
const area = createRoute({
  ...inTeam,
  path: "/areas/$area",
  loader: () => needWords("areas", "decisions"),
  component: lazyRouteComponent(() => import("./area-slots.tsx"), "AreaWithSlots"),
});
const mayI = createRoute({
  ...inTeam,
  path: "/may-i",
  loader: () => needWords("areas"),
  component: lazyRouteComponent(() => import("../../areas/web/may-i-page.tsx"), "MayIPage"),
});
const startWords = () => needWords("start", "areas", "direction");
const start = createRoute({
  ...inTeam,
  path: "/start",
  loader: startWords,
  component: lazyRouteComponent(() => import("../../home/web/start-page.tsx"), "StartPage"),
});
const groundMap = createRoute({
  ...inTeam,
  path: "/ground-map",
  loader: startWords,
  component: lazyRouteComponent(() => import("../../home/web/ground-map-page.tsx"), "GroundMapPage"),
});
const welcome = createRoute({
  ...inTeam,
  path: "/welcome",
  loader: startWords,
  component: lazyRouteComponent(() => import("../../home/web/welcome-page.tsx"), "WelcomePage"),
});
const recordWords = () => needWords("areas", "decisions", "records");
const decidingWords = () => needWords("decisions", "areas");

const teamPage = createRoute({
  ...inTeam,
  path: "/",
  component: lazyRouteComponent(() => import("../../people/web/team-page.tsx"), "TeamPage"),
});
const record = createRoute({
  ...inTeam,
  path: "/record",
  loader: recordWords,
  component: lazyRouteComponent(() => import("../../records/web/record-page.tsx"), "RecordPage"),
});
const importDecisions = createRoute({
  ...inTeam,
  path: "/record/import",
  loader: recordWords,
  component: lazyRouteComponent(() => import("../../records/web/import-page.tsx"), "ImportPage"),
});
const currentDecisions = createRoute({
  ...inTeam,
  path: "/decisions",
  loader: decidingWords,
  component: lazyRouteComponent(() => import("../../decisions/web/current-page.tsx"), "CurrentPage"),
});
const proposeDecision = createRoute({
  ...inTeam,
  path: "/decisions/new",
  loader: decidingWords,
  component: lazyRouteComponent(() => import("../../decisions/web/propose-page.tsx"), "ProposePage"),
});
const decision = createRoute({
  ...inTeam,
  path: "/decisions/$decision",
  loader: decidingWords,
  component: lazyRouteComponent(() => import("../../decisions/web/decision-page.tsx"), "DecisionPage"),
});

/** Every screen's address. */
export const routeTree = root.addChildren([
  home,
  plain.addChildren([signIn, signUp, join, newWorkspace]),
  bare.addChildren([showcase]),
  workspace.addChildren([
    today,
    peoplePage,
    member,
    teams,
    settings,
    me,
    ground,
    noticesPage,
    mailPage,
    team.addChildren([
      teamPage,
      intentPage,
      intentVersions,
      agreement,
      goals,
      goal,
      board,
      area,
      mayI,
      start,
      groundMap,
      welcome,
      record,
      importDecisions,
      currentDecisions,
      proposeDecision,
      decision,
    ]),
  ]),
]);
