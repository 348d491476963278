import { listText } from "../../areas/web/areas-words.ts";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";

/** A decision's change shows in the inbox too; Today reads this room itself. */
export const alsoNotices = { alsoChanges: ["notices"] } as const;

type Decided = NonNullable<DecidingView["decided"]>;

/** Who did, who decided, who helped: names of each, the empty ones left out. */
export function creditLines(
  credits: Decided["credits"],
  locale: string,
): { part: Decided["credits"][number]["part"]; names: string }[] {
  return (["did", "decided", "helped"] as const).flatMap((part) => {
    const names = credits.filter((one) => one.part === part).map(({ name }) => name);
    return names.length > 0 ? [{ part, names: listText(names, locale) }] : [];
  });
}

/** How sure somebody is, in words: `80 %: likely`. */
export function sureText(confidence: number): string {
  return say("web.decide.sure_is", { n: confidence, words: sureWords(confidence) });
}

/** What a per cent of certainty is called. */
export function sureWords(confidence: number): string {
  if (confidence < 10) return say("web.decide.sure.hardly");
  if (confidence < 40) return say("web.decide.sure.unlikely");
  if (confidence < 60) return say("web.decide.sure.even");
  if (confidence < 80) return say("web.decide.sure.rather");
  if (confidence < 95) return say("web.decide.sure.likely");
  return say("web.decide.sure.certain");
}

/** The step-in that was in force when something was decided, where one was: it says at which level that happened. */
export function loanAt(view: Pick<DecidingView, "stepIns">, at: string): DecidingView["stepIns"][number] | null {
  const moment = Date.parse(at);
  const held = ({ at: from, until, endedAt }: DecidingView["stepIns"][number]) =>
    Date.parse(from) <= moment && moment < Date.parse(until) && (endedAt === null || moment < Date.parse(endedAt));
  return view.stepIns.find(held) ?? null;
}
