import { CircleHelp, Info, type LucideIcon, MessageSquare } from "lucide-react";
import { useState } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { tellOutcome } from "../../people/web/tell-outcome.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { classes } from "../../ui/classes.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Time } from "../../ui/time.tsx";
import { inkTone, type Tone } from "../../ui/tone.ts";
import type { RemarkKind } from "../deciding-rules.ts";
import { useOurs } from "./deciding-header.tsx";
import { say } from "./deciding-words.ts";
import { type DecidingView, decisionsClient, type Remark } from "./decisions-client.ts";
import { RemarkComposer } from "./remark-composer.tsx";
import { remarkThreads } from "./remark-threads.ts";

const looks: Readonly<Record<RemarkKind, { Icon: LucideIcon; tone: Tone }>> = {
  comment: { Icon: MessageSquare, tone: "neutral" },
  question: { Icon: CircleHelp, tone: "sky" },
  fact: { Icon: Info, tone: "pasture" },
};

/** What is said beside a decision: comments, questions and facts, with answers under what they answer. */
export function RemarkList({ view }: { view: DecidingView }) {
  const threads = remarkThreads(view.remarks);
  const ours = useOurs(view.team);
  const open = threads.filter(({ remark, answers }) => remark.kind === "question" && answers.length === 0).length;
  // whoever is asked from outside gives a voice, and says nothing beside it
  if (!ours && threads.length === 0) return null;
  return (
    <Card title={say("web.remark.title")} note={open > 0 && say("web.remark.open_questions", { n: open })}>
      {threads.length === 0 && <p className="text-ink-2">{say("web.remark.none")}</p>}
      {threads.length > 0 && (
        <ul className="grid gap-4">
          {threads.map(({ remark, answers }) => (
            <Thread key={remark.id} view={view} remark={remark} answers={answers} />
          ))}
        </ul>
      )}
      {ours && (
        <div className={classes("mt-4", threads.length > 0 && "border-t border-line pt-4")}>
          <RemarkComposer view={view} />
        </div>
      )}
    </Card>
  );
}

function Thread({ view, remark, answers }: { view: DecidingView; remark: Remark; answers: readonly Remark[] }) {
  const [answering, setAnswering] = useState(false);
  const { comment, fact, question } = view.whyNot;
  const mayAnswer = comment === null || fact === null || question === null;
  return (
    <li>
      <Said view={view} remark={remark} answered={answers.length > 0}>
        {mayAnswer && !answering && (
          <Button size="sm" look="quiet" onClick={() => setAnswering(true)}>
            {say("web.remark.answer")}
          </Button>
        )}
      </Said>
      {(answers.length > 0 || answering) && (
        <div className="ms-3.5 mt-3 grid gap-3.5 border-s-2 border-line ps-4 sm:ps-5">
          {answers.length > 0 && (
            <ul className="grid gap-3.5">
              {answers.map((answer) => (
                <li key={answer.id}>
                  <Said view={view} remark={answer} />
                </li>
              ))}
            </ul>
          )}
          {answering && <RemarkComposer view={view} answers={remark} end={() => setAnswering(false)} />}
        </div>
      )}
    </li>
  );
}

function Said({
  view,
  remark,
  answered = false,
  children,
}: {
  view: DecidingView;
  remark: Remark;
  answered?: boolean;
  children?: React.ReactNode;
}) {
  const { locale, timeZone } = useReader();
  const { Icon, tone } = looks[remark.kind];
  const { by, kind, words, at } = remark;
  return (
    <div className="flex items-start gap-3">
      <Avatar name={by.name} id={by.member} size="sm" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <bdi className="text-base font-semibold">{by.name}</bdi>
          {by.lead && <span className="text-brass-ink">{say("web.voice.leads")}</span>}
          {(kind !== "comment" || remark.answers === null) && (
            <span className={classes("inline-flex items-center gap-1", inkTone[tone])}>
              <Icon aria-hidden="true" size={14} className="self-center" />
              {say(`web.remark.kind.${kind}`)}
              {kind === "question" && remark.answers === null && !answered && ` · ${say("web.remark.unanswered")}`}
            </span>
          )}
          <span className="text-ink-2">
            <Time value={at} locale={locale} zone={timeZone} inList />
          </span>
        </p>
        <p dir="auto" className="max-w-prose whitespace-pre-line">
          {words}
        </p>
        {(children || remark.mine) && (
          <div className="-ms-2.5 mt-0.5 flex flex-wrap gap-1">
            {children}
            {remark.mine && <TakeBack view={view} remark={remark} />}
          </div>
        )}
      </div>
    </div>
  );
}

function TakeBack({ view, remark }: { view: DecidingView; remark: Remark }) {
  const { workspace } = usePlace();
  const [asking, setAsking] = useState(false);
  const back = decisionsClient.useDo("takeBackRemark", { alsoChanges: ["home", "notices"] });
  return (
    <>
      <Button size="sm" look="quiet" onClick={() => setAsking(true)}>
        {say("web.remark.take_back")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpen={setAsking}
        title={say("web.remark.take_back_title")}
        confirm={say("web.remark.take_back")}
        cancel={say("web.remark.keep")}
        busy={back.isPending}
        onConfirm={() => {
          if (back.isPending) return;
          const work = back.mutateAsync({ workspace: workspace.id, remark: remark.id });
          void tellOutcome(work, say("web.remark.taken_back")).finally(() => setAsking(false));
        }}
      >
        {say("web.remark.take_back_what", { title: view.title })}
      </ConfirmDialog>
    </>
  );
}
