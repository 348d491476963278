import { RadioGroup } from "../../ui/radio-group.tsx";
import type { IntentLine } from "./direction-client.ts";
import { partName, say } from "./direction-words.ts";

const nothing = "nothing";

/**
 * Which line of the team above an intent serves.
 * @param lines the lines there are
 * @param value the line's id, or null for none
 */
export function ServesChoice({
  lines,
  value,
  onValue,
}: {
  lines: readonly IntentLine[];
  value: string | null;
  onValue: (line: string | null) => void;
}) {
  const known = lines.some(({ line }) => line === value);
  return (
    <div className="grid gap-2">
      <RadioGroup
        cards
        legend={<span className="serif text-lg">{say("web.draft.serves", { name: lines[0]?.teamName ?? "" })}</span>}
        choices={[
          ...lines.map(({ line, words, part }) => ({
            value: line,
            label: (
              <span dir="auto" className="serif font-normal text-pretty">
                {words}
              </span>
            ),
            hint: partName(part),
          })),
          { value: nothing, label: say("web.draft.serves_nothing") },
        ]}
        value={known && value ? value : nothing}
        onValue={(line) => onValue(line === nothing ? null : line)}
      />
    </div>
  );
}
