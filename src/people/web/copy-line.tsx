import { Check, Copy } from "lucide-react";
import { wordsOf } from "../../foundation/words-browser.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type en from "../words.en.json";
import { useCopying } from "./copying.ts";

const say = wordsOf<typeof en>("people");

/**
 * A text to take along. Where the browser does not let a page copy (no secure connection), it is selected instead.
 * @param label what the text is
 */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const { ref, state, copy } = useCopying<HTMLInputElement>(text);
  return (
    <div>
      <Field label={label}>
        <TextInput
          ref={ref}
          readOnly
          value={text}
          dir="ltr"
          className="font-mono text-sm"
          onFocus={(event) => event.currentTarget.select()}
        />
      </Field>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          icon={state === "copied" ? <Check aria-hidden="true" size={16} /> : <Copy aria-hidden="true" size={16} />}
          onClick={copy}
        >
          {say("web.copy.copy")}
        </Button>
        <p role="status" className="text-sm text-ink-2">
          {state === "copied" && say("web.copy.copied")}
          {state === "selected" && say("web.copy.selected")}
        </p>
      </div>
    </div>
  );
}
