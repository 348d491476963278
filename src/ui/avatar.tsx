import { classes } from "./classes.ts";
import { colourOf, initialsOf } from "./initials.ts";

// each at least 4.5 to 1 under white letters
const grounds = [
  "bg-[#2c6a4d]",
  "bg-[#7a56a6]",
  "bg-[#a8602b]",
  "bg-[#35688a]",
  "bg-[#a13f5c]",
  "bg-[#557628]",
  "bg-[#83652c]",
  "bg-[#27757c]",
] as const;

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-7 text-[0.6875rem]",
  md: "size-9 text-[0.8125rem]",
  lg: "size-16 text-xl",
} as const;

/**
 * A picture drawn from initials, always in the same colour for the same person.
 * @param name the person's name
 * @param id what the colour is drawn from; the name where there is none
 * @param alone true where no name stands beside it: then it carries the name for who listens
 */
export function Avatar({
  name,
  id,
  size = "md",
  alone = false,
  className,
}: {
  name: string;
  id?: string | undefined;
  size?: keyof typeof sizes;
  alone?: boolean;
  className?: string;
}) {
  const look = classes(
    "inline-flex shrink-0 items-center justify-center rounded-full font-semibold tracking-tight text-white select-none forced-colors:border",
    grounds[colourOf(id ?? name)],
    sizes[size],
    className,
  );
  if (!alone) {
    return (
      <span className={look} aria-hidden="true">
        {initialsOf(name)}
      </span>
    );
  }
  return (
    <span className={look} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  );
}

/**
 * A few people, overlapping; the rest as a number.
 * @param people whom to show, first ones first
 * @param most how many pictures at most
 * @param label what the group is, for who listens
 */
export function AvatarStack({
  people,
  most = 4,
  size = "sm",
  label,
}: {
  people: readonly { id?: string; name: string }[];
  most?: number;
  size?: "xs" | "sm" | "md";
  label: string;
}) {
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const rest = people.length - shown.length;
  return (
    <span role="img" aria-label={`${label}: ${people.map(({ name }) => name).join(", ")}`} className="inline-flex">
      {shown.map((person, place) => (
        <Avatar
          key={person.id ?? person.name}
          {...person}
          size={size}
          className={classes("ring-2 ring-surface", place > 0 && "-ms-2")}
        />
      ))}
      {rest > 0 && (
        <span
          aria-hidden="true"
          className={classes(
            "-ms-2 inline-flex shrink-0 items-center justify-center rounded-full bg-neutral-soft font-semibold text-ink-2 ring-2 ring-surface",
            sizes[size],
          )}
        >
          +{rest}
        </span>
      )}
    </span>
  );
}
