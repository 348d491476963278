import { Link } from "@tanstack/react-router";
import { Refused } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");

/** A page on its way: its shape, so that nothing moves when it comes. */
export function Waiting() {
  return (
    <div role="status" aria-label={say("waiting")} className="grid gap-6">
      <Skeleton className="h-9 w-72 max-w-full" />
      <Skeleton className="h-44 w-full rounded-xl" />
      <Skeleton className="h-64 w-full rounded-xl" />
    </div>
  );
}

/** An address that leads nowhere, or nowhere for this reader. */
export function NotHere() {
  return (
    <div className="mx-auto max-w-2xl px-4 py-10">
      <h1 tabIndex={-1} className="sr-only">
        {say("not_here.title")}
      </h1>
      <EmptyState
        picture="path"
        title={say("not_here.title")}
        actions={
          <Link to="/" className={buttonClass("primary", "md", "no-underline")}>
            {say("not_here.home")}
          </Link>
        }
      >
        {say("not_here.text")}
      </EmptyState>
    </div>
  );
}

/** A page that could not be shown: a refusal's own sentence, or that it is our mistake. */
export function Broken({ error, again }: { error: unknown; again: () => void }) {
  if (error instanceof Refused && error.status === 404) return <NotHere />;
  return (
    <div className="mx-auto max-w-3xl px-4 py-10">
      <ErrorState
        level={1}
        title={say("broken.title")}
        actions={
          <>
            <Button look="primary" onClick={again}>
              {say("broken.again")}
            </Button>
            <Button onClick={() => location.reload()}>{say("broken.reload")}</Button>
          </>
        }
      >
        {error instanceof Refused ? error.message : say("broken.text")}
      </ErrorState>
    </div>
  );
}
