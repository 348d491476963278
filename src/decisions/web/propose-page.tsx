import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { listText } from "../../areas/web/areas-words.ts";
import { likelyCurrency } from "../../areas/web/may-i-currency.ts";
import { spokenVariety } from "../../foundation/words-browser.ts";
import { FormProblem } from "../../people/web/form-problem.tsx";
import { useSubmit } from "../../people/web/form-submit.ts";
import { keptWords } from "../../people/web/kept-words.ts";
import { usePlace } from "../../people/web/place.tsx";
import type { TeamEntry } from "../../people/web/team-tree.ts";
import { Banner } from "../../ui/banner.tsx";
import { Breadcrumb } from "../../ui/breadcrumb.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { toast } from "../../ui/toast.ts";
import { DecisionsNotShown, useTeamHere } from "./current-states.tsx";
import { say } from "./deciding-words.ts";
import { type Ahead, type DraftChoices, decisionsClient } from "./decisions-client.ts";
import { LevelChip } from "./level-chip.tsx";
import { insistOnProposal } from "./propose-check.ts";
import {
  draftTyped,
  emptyProposal,
  factsTyped,
  hasWords,
  type ProposalTyped,
  proposalIn,
  usualCurrency,
} from "./propose-draft.ts";
import { ProposalFields, proposalFieldOf } from "./propose-fields.tsx";
import { useWeigh } from "./use-weigh.ts";
import { AheadPanel, aheadText } from "./weigh-panel.tsx";

/** Proposing a decision: what is to be decided, and beside it how it would be decided. */
export function ProposePage() {
  const { workspace, team } = useTeamHere();
  const asked = decisionsClient.useAsk("choicesForDraft", { workspace: workspace.id, team: team.id });
  const title = say("web.propose.title");
  if (asked.error && !asked.data) {
    return <DecisionsNotShown title={title} error={asked.error} again={() => void asked.refetch()} />;
  }
  return (
    <>
      <PageHeader eyebrow={<Trail team={team.id} />} title={title} lead={say("web.propose.lead")} />
      {!asked.data && <ProposalWaiting />}
      {asked.data?.whyNotPropose && (
        <EmptyState title={say("web.propose.cannot_title")}>{asked.data.whyNotPropose}</EmptyState>
      )}
      {asked.data && !asked.data.whyNotPropose && <TheForm key={team.id} team={team} choices={asked.data} />}
    </>
  );
}

function Trail({ team }: { team: string }) {
  const { workspace } = usePlace();
  return (
    <Breadcrumb
      label={say("web.propose.trail")}
      trail={[
        {
          key: "decisions",
          node: (
            <Link to="/w/$workspace/t/$team/decisions" params={{ workspace: workspace.slug, team }}>
              {say("web.current.title")}
            </Link>
          ),
        },
      ]}
    />
  );
}

/** Where writing begins: at what an address brings along, at what this browser kept, or at an empty page. */
function useBeginning(team: string, choices: DraftChoices) {
  const { workspace } = usePlace();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const words = keptWords<ProposalTyped>("proposal", team, workspace.me.id);
  const earlierWords = keptWords<ProposalTyped>("proposal-earlier", team, workspace.me.id);
  const [beginning] = useState(() => {
    const brought = proposalIn(raw);
    const likely = likelyCurrency(spokenVariety());
    const empty = emptyProposal(usualCurrency(choices.areas, brought.area ?? "", likely));
    if (brought.area && !choices.areas.some(({ area }) => area === brought.area)) delete brought.area;
    if (brought.goal && !choices.goals.some(({ goal }) => goal === brought.goal)) delete brought.goal;
    const found = words.kept();
    const kept = found && hasWords(found) ? { ...empty, ...found } : null;
    const brings = Object.keys(brought).length > 0;
    if (!brings) return { typed: kept ?? empty, fromBefore: kept !== null, earlier: null };
    const begun = { ...empty, ...brought };
    // the same link once more, after a reload: it goes on where it was
    const sameAgain =
      kept && Object.entries(brought).every(([key, value]) => kept[key as keyof ProposalTyped] === value);
    if (sameAgain) return { typed: kept, fromBefore: true, earlier: null };
    if (kept) earlierWords.keep(kept);
    return { typed: begun, fromBefore: false, earlier: kept };
  });
  return { ...beginning, words, earlierWords };
}

function TheForm({ team, choices }: { team: TeamEntry; choices: DraftChoices }) {
  const { workspace } = usePlace();
  const navigate = useNavigate();
  const { words, earlierWords, ...beginning } = useBeginning(team.id, choices);
  const [typed, setTyped] = useState(beginning.typed);
  const [fromBefore, setFromBefore] = useState(beginning.fromBefore);
  const [earlier, setEarlier] = useState(beginning.earlier);
  // a form that begins anew is another form: what stands open in it goes by what is filled in
  const [formKey, setFormKey] = useState(0);
  const weighed = useWeigh(workspace.id, team.id, factsTyped(typed));
  const propose = decisionsClient.useDo("propose", { alsoChanges: ["home", "notices"] });
  const ahead = weighed.data?.ahead;

  const change = (patch: Partial<ProposalTyped>) => {
    const next = { ...typed, ...patch };
    setTyped(next);
    words.keep(next);
  };
  const begin = (from: ProposalTyped) => {
    setTyped(from);
    setFromBefore(false);
    setEarlier(null);
    setFormKey((key) => key + 1);
    if (hasWords(from)) words.keep(from);
    else words.forget();
    earlierWords.forget();
  };
  const submit = useSubmit(async () => {
    insistOnProposal(typed);
    const { decision, taken } = await propose.mutateAsync({
      workspace: workspace.id,
      team: team.id,
      ...draftTyped(typed),
    });
    words.forget();
    toast.success(say(taken ? "web.propose.done_yours" : "web.propose.done"));
    await navigate({
      to: "/w/$workspace/t/$team/decisions/$decision",
      params: { workspace: workspace.slug, team: team.id, decision },
    });
  }, proposalFieldOf);
  const area = choices.areas.find((one) => one.area === weighed.area)?.name;

  return (
    <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="grid grid-cols-1 gap-4">
        {fromBefore && (
          <Banner
            tone="brass"
            actions={
              <Button size="sm" onClick={() => begin(emptyProposal(typed.currency))}>
                {say("web.propose.begin_anew")}
              </Button>
            }
          >
            {say("web.propose.began")}
          </Banner>
        )}
        {earlier && (
          <Banner
            tone="brass"
            actions={
              <Button size="sm" onClick={() => begin(earlier)}>
                {say("web.propose.go_on")}
              </Button>
            }
          >
            {earlier.title ? say("web.propose.earlier", { title: earlier.title }) : say("web.propose.earlier_untitled")}
          </Banner>
        )}
        <Card>
          <form {...submit.form} className="grid gap-5">
            <FormProblem>{submit.problem}</FormProblem>
            <ProposalFields
              key={formKey}
              typed={typed}
              change={change}
              wrong={submit.wrong}
              choices={choices}
              goalNeeded={ahead?.mustNameGoal || false}
            />
            <div className="grid gap-3 border-t border-line pt-4">
              {ahead && (
                <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-2">
                  <span className="lg:hidden">
                    <LevelChip level={ahead.level} />
                  </span>
                  <span>{takesText(ahead, weighed.data?.mineAtOnce ?? false)}</span>
                </p>
              )}
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <Button type="submit" look="primary" size="lg" busy={submit.busy}>
                  {say("web.propose.submit")}
                </Button>
                <p className="min-w-0 flex-1 basis-48 text-sm text-ink-2">{say("web.propose.kept")}</p>
              </div>
            </div>
          </form>
        </Card>
      </div>
      <aside
        aria-label={say("web.ahead.title")}
        className="lg:sticky lg:top-7 lg:max-h-[calc(100dvh-3.5rem)] lg:overflow-y-auto"
      >
        {weighed.error && !ahead && <Banner tone="clay">{weighed.error.message}</Banner>}
        <p aria-live="polite" className="sr-only">
          {ahead && aheadText(ahead, area)}
        </p>
        {ahead && (
          // the last answer stands back while the next is on its way
          <div className={weighed.isPlaceholderData ? "opacity-60 transition-opacity delay-150" : undefined}>
            <AheadPanel ahead={ahead} area={area} mineAtOnce={weighed.data?.mineAtOnce ?? false} />
          </div>
        )}
        {!ahead && !weighed.error && (
          <div role="status" aria-label={say("web.ahead.weighing")}>
            <Skeleton className="h-112 rounded-xl" />
          </div>
        )}
      </aside>
    </div>
  );
}

/** Who takes it up, or that it is mine at once. */
function takesText({ takers }: Ahead, mineAtOnce: boolean): string {
  if (mineAtOnce) return say("web.propose.yours");
  if (takers.length === 0) return say("web.propose.nobody");
  const names = listText(
    takers.map(({ name }) => name),
    spokenVariety(),
  );
  return say("web.propose.takes", { n: takers.length, names });
}

function ProposalWaiting() {
  return (
    <div
      role="status"
      aria-label={say("web.current.waiting")}
      className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]"
    >
      <Skeleton className="h-144 rounded-xl" />
      <Skeleton className="h-112 rounded-xl max-lg:hidden" />
    </div>
  );
}
