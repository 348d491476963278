import { CalendarClock, CircleHelp, Hourglass, Lock, UserRound, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { useToday } from "../../direction/web/day-text.tsx";
import { useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import type { Prompt } from "./areas-client.ts";
import { type PromptKind, promptSentence, promptShort, promptTone } from "./prompt-words.ts";

export const promptIcon: Readonly<Record<PromptKind, ReactNode>> = {
  no_owner: <UserRound aria-hidden="true" />,
  abdicated: <CircleHelp aria-hidden="true" />,
  review_due: <CalendarClock aria-hidden="true" />,
  gap: <Lock aria-hidden="true" />,
  trial_ending: <Hourglass aria-hidden="true" />,
  no_deputy: <UsersRound aria-hidden="true" />,
};

/** What an area itself prompts, each in a few calm words; in full on hover and for who listens. */
export function PromptChips({ prompts }: { prompts: readonly Prompt[] }) {
  const today = useToday();
  const { locale } = useReader();
  if (prompts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {prompts.map((prompt) => (
        <li key={prompt.kind} title={promptSentence(prompt, today, locale)}>
          <Badge tone={promptTone[prompt.kind]} icon={promptIcon[prompt.kind]}>
            {promptShort(prompt, today, locale)}
            <span className="sr-only">. {promptSentence(prompt, today, locale)}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}
