import { useId } from "react";
import { Button } from "../../ui/button.tsx";
import { say } from "./deciding-words.ts";
import { sureText } from "./outcome-words.ts";

const middle = 50;

/**
 * How sure somebody is, from 0 to 100 per cent; or not said, which is what it begins as.
 * @param value per cent, or null where nothing is said
 */
export function Confidence({ value, onValue }: { value: number | null; onValue: (value: number | null) => void }) {
  const id = useId();
  const text = value === null ? say("web.decide.sure_unsaid") : sureText(value);
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <label htmlFor={id} className="font-semibold">
          {say("web.decide.how_sure")}
          <span className="ms-1.5 font-normal text-ink-2">{say("web.outcome.optional")}</span>
        </label>
        <output htmlFor={id} aria-live="off" className={value === null ? "text-ink-2" : "font-semibold tabular-nums"}>
          {text}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={value ?? middle}
        aria-valuetext={text}
        aria-describedby={`${id}hint`}
        onChange={(event) => onValue(Number(event.target.value))}
        // a press where the thumb stands already changes nothing, and still says so
        onPointerUp={(event) => onValue(Number(event.currentTarget.value))}
        className={`h-7 w-full cursor-pointer rounded-md pointer-coarse:h-10 ${value === null ? "opacity-55" : ""}`}
      />
      <div aria-hidden="true" className="flex justify-between text-xs text-ink-2 tabular-nums">
        <span>{say("web.decide.percent", { n: 0 })}</span>
        <span>{say("web.decide.percent", { n: 50 })}</span>
        <span>{say("web.decide.percent", { n: 100 })}</span>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p id={`${id}hint`} className="min-w-0 flex-1 basis-60 text-sm text-ink-2">
          {say("web.decide.sure_hint")}
        </p>
        {value !== null && (
          <Button size="sm" look="quiet" className="-me-2" onClick={() => onValue(null)}>
            {say("web.decide.sure_clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
