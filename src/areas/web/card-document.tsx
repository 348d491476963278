import { Link } from "@tanstack/react-router";
import { Link2, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { textLink } from "../../ui/link-button.tsx";
import { exactTime } from "../../ui/time-words.ts";
import type { AreaView, GuardrailShown } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { CardEdit } from "./card-edit.tsx";
import { type CardPart, whyNotPart } from "./card-parts.ts";
import { fieldName } from "./field-words.ts";
import { guardrailSentence } from "./guardrail-words.ts";
import { moneyText } from "./may-i-currency.ts";
import { useAreasPlace } from "./use-areas.ts";

/**
 * The handover card as it is read: what the area is for, within what, with what, in which rhythm, and why it matters.
 * @param fixed whether nothing can be written: how it was, or closed
 * @param part the part that is being written, if any
 */
export function CardDocument({
  view,
  fixed,
  part,
  onPart,
}: {
  view: AreaView;
  fixed: boolean;
  part: CardPart | null;
  onPart: (part: CardPart | null) => void;
}) {
  const { locale } = useReader();
  const section = { view, fixed, onPart };
  return (
    <Card className="px-5! sm:px-7!">
      <div className="divide-y divide-line">
        <Section part="purpose" empty={!view.purpose && !view.good} {...section}>
          <Said field="purpose" words={view.purpose} large />
          <Said field="good" words={view.good} />
        </Section>
        <Section part="bounds" empty={!view.money && !view.scope && view.guardrails.length === 0} {...section}>
          <Line name={fieldName("money")} empty={!view.money}>
            {view.money && moneyText(view.money.amount, view.money.currency, locale)}
          </Line>
          <Said field="scope" words={view.scope} />
          <Line name={fieldName("guardrails")} empty={view.guardrails.length === 0}>
            <Guardrails list={view.guardrails} />
          </Line>
        </Section>
        <Section part="means" empty={!view.people && !view.budget && !view.information} {...section}>
          <Said field="people" words={view.people} />
          <Said field="budget" words={view.budget} />
          <Said field="information" words={view.information} />
        </Section>
        <Section part="rhythm" empty={!view.rhythm && !view.escalation && !view.review} {...section}>
          <Said field="rhythm" words={view.rhythm} />
          <Said field="escalation" words={view.escalation} />
          <Line name={fieldName("review")} empty={!view.review}>
            {view.review && <time dateTime={view.review}>{exactTime(view.review, locale, "UTC")}</time>}
          </Line>
        </Section>
        <Section part="matters" empty={!view.matters && !view.serves} {...section}>
          <Said field="matters" words={view.matters} large />
          <Line name={say("web.card.serves")} empty={!view.serves}>
            <Serves serves={view.serves} />
          </Line>
        </Section>
      </div>
      <CardEdit part={fixed ? null : part} view={view} end={() => onPart(null)} />
    </Card>
  );
}

function Section({
  part,
  empty,
  view,
  fixed,
  onPart,
  children,
}: {
  part: Exclude<CardPart, "name">;
  /** Nothing of it is written: then one sentence says what belongs here. */
  empty: boolean;
  view: AreaView;
  fixed: boolean;
  onPart: (part: CardPart) => void;
  children: ReactNode;
}) {
  return (
    <section id={`card-${part}`} className="scroll-mt-4 py-5 first:pt-1 last:pb-1">
      <div className="mb-2.5 flex items-center justify-between gap-3">
        <h2 className="text-lg">{say(`web.part.${part}`)}</h2>
        {!fixed && (
          <Button
            look="quiet"
            size="sm"
            className="no-print -me-2.5"
            icon={<Pencil aria-hidden="true" size={14} />}
            why={whyNotPart(part, view)}
            onClick={() => onPart(part)}
          >
            {say("web.area.write")}
            <span className="sr-only">: {say(`web.part.${part}`)}</span>
          </Button>
        )}
      </div>
      {empty ? (
        <p className="max-w-prose text-ink-2 italic">{say(`web.part_empty.${part}`)}</p>
      ) : (
        <dl className="grid gap-3.5">{children}</dl>
      )}
    </section>
  );
}

function Line({ name, empty, children }: { name: string; empty: boolean; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
      <dt className="text-sm text-ink-2 sm:pt-px">{name}</dt>
      <dd className="min-w-0 max-w-prose">
        {empty ? <span className="text-ink-2 italic">{say("web.card.nothing")}</span> : children}
      </dd>
    </div>
  );
}

function Said({ field, words, large = false }: { field: string; words: string; large?: boolean }) {
  return (
    <Line name={fieldName(field)} empty={!words}>
      <p
        dir="auto"
        className={large ? "serif text-lg leading-snug font-normal whitespace-pre-line" : "whitespace-pre-line"}
      >
        {words}
      </p>
    </Line>
  );
}

function Guardrails({ list }: { list: readonly GuardrailShown[] }) {
  return (
    <ul className="grid gap-1.5">
      {list.map((one) => (
        <li key={one.id} className="flex gap-2.5">
          <span
            aria-hidden="true"
            className="mt-2.5 h-0.5 w-2.5 shrink-0 rounded-full bg-brass forced-colors:bg-[CanvasText]"
          />
          <span dir="auto">{guardrailSentence(one)}</span>
        </li>
      ))}
    </ul>
  );
}

function Serves({ serves }: { serves: AreaView["serves"] }) {
  const { at } = useAreasPlace();
  if (!serves) return null;
  const link = (
    <>
      <Link2 aria-hidden="true" size={15} className="me-1.5 inline align-[-2px]" />
      <bdi>{serves.words}</bdi>
    </>
  );
  if (serves.kind === "goal") {
    return (
      <Link to="/w/$workspace/t/$team/goals/$goal" params={{ ...at, goal: serves.goal }} className={textLink}>
        {link}
      </Link>
    );
  }
  return (
    <>
      <Link to="/w/$workspace/t/$team/intent" params={at} className={textLink}>
        {link}
      </Link>
      <span className="block text-sm text-ink-2">{say("web.card.line_of", { name: serves.teamName })}</span>
    </>
  );
}
