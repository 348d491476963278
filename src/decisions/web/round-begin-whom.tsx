import { useState } from "react";
import type { Level } from "../../areas/rules.ts";
import { listText } from "../../areas/web/areas-words.ts";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { type Method, methodRules } from "../method-rules.ts";
import { electorate } from "../round-rules.ts";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";

/** From so many people on they can be searched. */
const searchFrom = 12;

type Somebody = { member: string; name: string };

/**
 * Who speaks in a round that begins now: those whose voices open together, and the leads whose voice comes after.
 * @param me whoever begins it
 * @param chosen whom I want to hear besides those who are asked by themselves
 * @returns also who is heard without being chosen
 */
export function whoSpeaks(
  { ahead, people, affected }: Pick<DecidingView, "ahead" | "people" | "affected">,
  method: Method,
  me: string,
  chosen: readonly string[],
): { speak: Somebody[]; leads: Somebody[]; fixed: Set<string> } {
  const names = new Map([...ahead.asks, ...affected, ...people].map(({ member, name }) => [member, name]));
  const heard = (wished: readonly string[]) =>
    electorate(ahead.level as Level, method, me, {
      team: people.map(({ member, lead }) => ({ member, role: lead ? "lead" : "member" })),
      affected: affected.map(({ member }) => member),
      asks: ahead.asks.map(({ member }) => member),
      chosen: wished,
    });
  const electors = heard(chosen).map(({ member, part }) => ({ member, part, name: names.get(member) ?? "" }));
  return {
    speak: electors.filter(({ part }) => part === "voice"),
    leads: electors.filter(({ part }) => part === "lead"),
    fixed: new Set(heard([]).map(({ member }) => member)),
  };
}

/** Who speaks, in words; and at 5 to 7 whom I want to hear besides. */
export function WhomField({
  view,
  method,
  chosen,
  onChosen,
}: {
  view: DecidingView;
  method: Method;
  chosen: readonly string[];
  onChosen: (chosen: readonly string[]) => void;
}) {
  const { locale } = useReader();
  const { workspace } = usePlace();
  const me = workspace.me.id;
  const who = whoSpeaks(view, method, me, chosen);
  const { ahead } = view;
  const names = (people: readonly Somebody[]) =>
    listText(
      people.map(({ name }) => name),
      locale,
    );
  const choosing = ahead.hears === "affected" || ahead.hears === "chosen";
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 text-sm font-semibold">{say("web.round.whom")}</legend>
      {choosing && <Choose view={view} me={me} fixed={who.fixed} chosen={chosen} onChosen={onChosen} />}
      <div aria-live="polite" className="grid gap-1 rounded-lg bg-sky-soft px-4 py-3 text-sm">
        <p>
          {ahead.hears === "team"
            ? say("web.round.whom_team", { n: who.speak.length })
            : who.speak.length > 0
              ? say("web.round.whom_named", { n: who.speak.length, names: names(who.speak) })
              : say(who.leads.length > 0 ? "web.round.whom_only_leads" : "web.round.whom_nobody")}
        </p>
        {who.leads.length > 0 && (
          <p>{say("web.round.leads_after", { names: names(who.leads), n: who.leads.length })}</p>
        )}
        {ahead.decides === "lead" && <p>{say("web.round.you_hear")}</p>}
        {ahead.decides === "owner" && methodRules[method].binding && <p>{say("web.round.binds")}</p>}
      </div>
    </fieldset>
  );
}

function Choose({
  view,
  me,
  fixed,
  chosen,
  onChosen,
}: {
  view: DecidingView;
  me: string;
  fixed: ReadonlySet<string>;
  chosen: readonly string[];
  onChosen: (chosen: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const { people, ahead } = view;
  const affected = new Set(view.affected.map(({ member }) => member));
  // leads speak by themselves where the level says so
  const here = people.filter((one) => one.member !== me && !(one.lead && ahead.leadsSpeak));
  const outside = ahead.asks.filter(({ member }) => !people.some((one) => one.member === member));
  const all = [...outside.map((one) => ({ ...one, lead: false })), ...here];
  const found = all.filter(({ name }) => name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()));
  const why = (member: string) => {
    if (!fixed.has(member)) return undefined;
    return say(affected.has(member) ? "web.round.because_affected" : "web.round.because_asked");
  };
  return (
    <div className="grid gap-2.5">
      {all.length >= searchFrom && (
        <TextInput
          type="search"
          aria-label={say("web.round.find_people")}
          placeholder={say("web.round.find_people")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <div className="grid max-h-56 gap-x-5 gap-y-2.5 overflow-y-auto p-0.5 xs:grid-cols-2">
        {found.map(({ member, name, lead }) => (
          <Checkbox
            key={member}
            label={<bdi>{name}</bdi>}
            hint={why(member) ?? (lead ? say("web.voice.leads") : undefined)}
            checked={fixed.has(member) || chosen.includes(member)}
            disabled={fixed.has(member)}
            onChange={(event) =>
              onChosen(event.target.checked ? [...chosen, member] : chosen.filter((one) => one !== member))
            }
          />
        ))}
      </div>
      {all.length === 0 && <p className="text-sm text-ink-2">{say("web.round.nobody_else")}</p>}
    </div>
  );
}
