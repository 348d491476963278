import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type en from "../words.en.json";
import { useArrive } from "./arrive.ts";
import { peopleClient } from "./session.ts";

const say = wordsOf<typeof en>("people");

/**
 * The one card of a page that stands in no workspace.
 * @param title the page's first-level heading
 * @param lead a sentence under it
 * @param foot where else one could go, below a line
 */
export function PlainCard({
  title,
  lead,
  foot,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  foot?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="card w-full rounded-2xl border border-line bg-surface shadow-md">
      <div className="px-6 py-7 sm:px-9 sm:py-8">
        <h1 tabIndex={-1} className="text-2xl sm:text-[1.75rem]">
          {title}
        </h1>
        {lead && <p className="mt-2 text-ink-2">{lead}</p>}
        {children && <div className="mt-6">{children}</div>}
      </div>
      {foot && (
        <div className="rounded-b-2xl border-t border-line bg-paper px-6 py-4 text-sm text-ink-2 sm:px-9">{foot}</div>
      )}
    </section>
  );
}

/** The card before it is known what stands in it. */
export function PlainWaiting() {
  return (
    <section
      role="status"
      aria-label={say("web.loading")}
      className="grid w-full gap-5 rounded-2xl border border-line bg-surface px-6 py-8 shadow-md sm:px-9"
    >
      <Skeleton className="h-8 w-3/5" />
      <Skeleton className="h-4 w-4/5" />
      <Skeleton className="h-10 w-full rounded-lg" />
      <Skeleton className="h-10 w-full rounded-lg" />
      <Skeleton className="h-11 w-full rounded-lg" />
    </section>
  );
}

/** A page could not be asked for; said in the card, with a way to try again. */
export function PlainBroken({ message, again }: { message: string; again: () => void }) {
  return (
    <PlainCard title={say("web.could_not_load")} lead={message}>
      <Button look="primary" size="lg" onClick={again}>
        {say("web.again")}
      </Button>
    </PlainCard>
  );
}

/** Who is signed in here, and the way out for somebody else. */
export function SignedInAs({ me, outTo }: { me: { name: string; email: string }; outTo: string }) {
  const signOut = peopleClient.useDo("signOut");
  const arrive = useArrive();
  return (
    <div className="flex items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3">
      <Avatar name={me.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">{me.name}</p>
        <p className="truncate text-sm text-ink-2">{me.email}</p>
      </div>
      <Button
        look="quiet"
        size="sm"
        busy={signOut.isPending}
        onClick={() => signOut.mutate({}, { onSuccess: () => void arrive(outTo) })}
      >
        {say("web.plain.not_me")}
      </Button>
    </div>
  );
}

/** Somebody who is in already came to the door. */
export function AlreadyIn({ me, next, outTo }: { me: { name: string; email: string }; next: string; outTo: string }) {
  const navigate = useNavigate();
  return (
    <PlainCard title={say("web.plain.already_in")}>
      <div className="grid gap-5">
        <SignedInAs me={me} outTo={outTo} />
        <Button look="primary" size="lg" onClick={() => void navigate({ href: next })}>
          {say("web.plain.go_on")}
        </Button>
      </div>
    </PlainCard>
  );
}
