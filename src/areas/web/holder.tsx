import { Avatar } from "../../ui/avatar.tsx";
import { classes } from "../../ui/classes.ts";
import { initialsOf } from "../../ui/initials.ts";
import type { BoardArea, Person } from "./areas-client.ts";
import { say } from "./areas-words.ts";

const sizes = { xs: "size-5 text-[0.5625rem]", sm: "size-7 text-[0.6875rem]", md: "size-9 text-[0.8125rem]" } as const;

/** A person's picture; a dashed one for somebody who has not joined yet, an empty one for nobody. */
export function HolderPicture({
  person,
  size = "sm",
  className,
}: {
  person: Person | null;
  size?: keyof typeof sizes;
  className?: string;
}) {
  if (person && !person.expected) {
    return <Avatar name={person.name} id={person.member} size={size} {...(className ? { className } : {})} />;
  }
  return (
    <span
      aria-hidden="true"
      className={classes(
        "inline-flex shrink-0 items-center justify-center rounded-full border-[1.5px] border-dashed border-edge bg-surface font-semibold tracking-tight text-ink-2 select-none",
        sizes[size],
        className,
      )}
    >
      {person ? initialsOf(person.name) : ""}
    </span>
  );
}

/** Who holds an area, as a sentence has it. */
export function heldText({ owner, deputy, learning }: Pick<BoardArea, "owner" | "deputy" | "learning">): string {
  const named = (one: Person) => (one.expected ? say("web.held.expected", { name: one.name }) : one.name);
  return [
    owner ? say("web.held.owner", { name: named(owner) }) : say("web.held.nobody"),
    deputy && say("web.held.deputy", { name: named(deputy) }),
    learning.length > 0 && say("web.held.learning", { names: learning.map(named).join(", ") }),
  ]
    .filter(Boolean)
    .join("; ");
}

const mostLearning = 2;

/** Owner, deputy and those who learn it, one over the other. */
export function HolderStack({ area }: { area: Pick<BoardArea, "owner" | "deputy" | "learning"> }) {
  const behind = [...(area.deputy ? [area.deputy] : []), ...area.learning];
  const shown = behind.slice(0, behind.length > mostLearning + 1 ? mostLearning : mostLearning + 1);
  const text = heldText(area);
  return (
    <span role="img" aria-label={text} title={text} className="inline-flex items-center">
      <HolderPicture person={area.owner} className="z-1 ring-2 ring-surface" />
      {shown.map((person) => (
        <HolderPicture key={person.member} person={person} className="-ms-2 ring-2 ring-surface" />
      ))}
      {behind.length > shown.length && (
        <span
          aria-hidden="true"
          className="-ms-2 inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-neutral-soft text-[0.6875rem] font-semibold text-ink-2 ring-2 ring-surface"
        >
          +{behind.length - shown.length}
        </span>
      )}
    </span>
  );
}
