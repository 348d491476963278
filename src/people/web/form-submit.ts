import { type FormEvent, useEffect, useRef, useState } from "react";
import { Refused } from "../../foundation/client.ts";
import { wordsOf } from "../../foundation/words-browser.ts";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

/** What was typed into a form: each control's `name` → its text. */
export type Typed = Readonly<Record<string, string>>;

/**
 * Hands a form in once: a second press does nothing while the first is on its way, what was typed stays, and the first
 * field that is wrong gets the focus.
 * @param work does it; throws `Refused` with a sentence for the reader
 * @param fieldOf refusals that are about one field: code → the field's name. Fields of the input that are called
 *   otherwise in the form: the input's name → the form's
 * @returns `form` for the form element, `problem` for its head, `wrong(name)` for each field
 */
export function useSubmit(work: (typed: Typed) => Promise<unknown>, fieldOf: Readonly<Record<string, string>> = {}) {
  const element = useRef<HTMLFormElement>(null);
  const onItsWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failures, setFailures] = useState(0);

  useEffect(() => {
    if (failures > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failures]);

  const refused = (error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    const about = fieldOf[error.code];
    const named = Object.entries(error.fields).map(([name, sentence]) => [fieldOf[name] ?? name, sentence] as const);
    // one marked field says all that there is to say
    const only = error.code === "invalid" && named.length === 1 && element.current?.elements.namedItem(named[0]![0]);
    setProblem(about || only ? null : error.message);
    setFields(about ? { [about]: error.message } : Object.fromEntries(named));
    setFailures((n) => n + 1);
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (onItsWay.current) return;
    onItsWay.current = true;
    setBusy(true);
    setProblem(null);
    setFields({});
    const typed: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) typed[name] = String(value);
    try {
      await work(typed);
    } catch (error) {
      refused(error);
    } finally {
      onItsWay.current = false;
      setBusy(false);
    }
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    if (name in fields) setFields(Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name)));
  };

  return {
    form: { ref: element, onSubmit, onInput, noValidate: true },
    busy,
    problem,
    wrong: (name: string): string | undefined => fields[name],
  };
}

/**
 * Refuses a form with empty fields before anything is asked of the server.
 * @param needed what was typed into the fields that have to be filled
 * @throws Refused that names each empty one
 */
export function insistOnFilled(needed: Typed): void {
  const empty = Object.entries(needed).filter(([, text]) => !text.trim());
  if (empty.length === 0) return;
  const sentence = say("web.field.needed");
  throw new Refused(
    "invalid",
    say("web.field.look_again"),
    400,
    Object.fromEntries(empty.map(([name]) => [name, sentence])),
  );
}
