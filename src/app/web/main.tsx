import "../../ui/tokens.css";
import { routes } from "virtual:operations";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { connectClient, Refused } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { keptTheme, showTheme } from "../../ui/theme.ts";
import { routeTree } from "./routes.tsx";
import { beginToSpeak } from "./speech.ts";
import { Broken, NotHere, Waiting } from "./states.tsx";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: "always",
      // a refusal stays one; a lost connection is tried again, calmly
      retry: (count, error) => error instanceof Refused && error.code === "offline" && count < 2,
      retryDelay: 1_500,
    },
  },
});

const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <Broken error={error} again={reset} />,
  defaultNotFoundComponent: NotHere,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

async function begin(): Promise<void> {
  showTheme(keptTheme());
  await beginToSpeak();
  connectClient(routes, wordsOf<{ refusal: { offline: string } }>("foundation")("refusal.offline"));
  // another page moves: the new heading gets the focus, so that a screen reader says where one is
  router.subscribe("onResolved", ({ pathChanged, fromLocation }) => {
    if (!pathChanged || !fromLocation) return;
    requestAnimationFrame(() => {
      const heading = document.querySelector<HTMLElement>("main h1");
      if (!heading || document.activeElement?.closest("[role=dialog]")) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  });
  createRoot(document.getElementById("app")!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void begin();
