import { Link } from "@tanstack/react-router";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { inkTone } from "../../ui/tone.ts";
import type { BoardArea, Prompt } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { promptIcon } from "./prompt-chips.tsx";
import { type PromptKind, promptSentence, promptTone } from "./prompt-words.ts";
import { useAreasPlace } from "./use-areas.ts";

// what keeps a decision from being taken comes first
const kinds: readonly PromptKind[] = ["no_owner", "abdicated", "trial_ending", "review_due", "gap", "no_deputy"];
const mostNamed = 3;

type Prompted = { area: BoardArea; prompt: Prompt };

/** What the areas themselves prompt now, a card for each kind; nothing where there is nothing. */
export function BoardPrompts({ areas }: { areas: readonly BoardArea[] }) {
  const cards = kinds
    .map((kind) => ({
      kind,
      prompted: areas.flatMap((area): Prompted[] => {
        const prompt = area.prompts.find((one) => one.kind === kind);
        return prompt ? [{ area, prompt }] : [];
      }),
    }))
    .filter(({ prompted }) => prompted.length > 0);
  if (cards.length === 0) return null;
  return (
    <div className="no-print mt-5 grid gap-5 grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))]">
      {cards.map(({ kind, prompted }) => (
        <PromptCard key={kind} kind={kind} prompted={prompted} />
      ))}
    </div>
  );
}

function PromptCard({ kind, prompted }: { kind: PromptKind; prompted: readonly Prompted[] }) {
  const { at, team } = useAreasPlace();
  const { locale } = useReader();
  const today = useToday();
  const tone = promptTone[kind];
  const [first] = prompted;
  const only = prompted.length === 1;
  // whoever can do nothing about it is not told to
  const mine = team.myRole === "lead" || first!.area.mine === "owner";
  return (
    <Card
      title={say(`web.prompts.${kind}.title`)}
      level={2}
      tone={tone}
      icon={<span className={classes("[&>svg]:size-4.5", inkTone[tone])}>{promptIcon[kind]}</span>}
      className="flex flex-col [&>div:last-child]:flex [&>div:last-child]:flex-1 [&>div:last-child]:flex-col"
    >
      <p className="text-sm text-ink-2">
        <Names prompted={prompted} />{" "}
        {only ? promptSentence(first!.prompt, today, locale) : say(`web.prompts.${kind}.what`)}
      </p>
      <div className="mt-auto pt-3.5">
        <Link
          to="/w/$workspace/t/$team/areas/$area"
          params={{ ...at, area: first!.area.id }}
          className={buttonClass("plain", "sm", "no-underline")}
        >
          {mine
            ? only
              ? say(`web.prompts.${kind}.act`)
              : say("web.prompts.begin_with", { name: first!.area.name })
            : say("web.prompts.look_at", { name: first!.area.name })}
        </Link>
      </div>
    </Card>
  );
}

function Names({ prompted }: { prompted: readonly Prompted[] }) {
  const { locale } = useReader();
  const named = prompted.slice(0, mostNamed).map(({ area }) => area.name);
  const rest = prompted.length - named.length;
  if (rest > 0) named.push(say("web.prompts.and_more", { n: rest }));
  const parts = new Intl.ListFormat(locale, { type: "conjunction" }).formatToParts(named);
  return (
    <>
      {parts.map(({ type, value }, n) =>
        type === "element" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two areas can have one name
          <b key={`${n}${value}`} className="font-semibold text-ink">
            <bdi>{value}</bdi>
          </b>
        ) : (
          value
        ),
      )}
      {":"}
    </>
  );
}
