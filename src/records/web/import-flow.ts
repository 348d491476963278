import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Mapping } from "../mapping.ts";
import { withoutHistory } from "./mapping-draft.ts";
import type { ImportDone, SentFile } from "./records-client.ts";

/** An import goes through these, in order. */
export const importSteps = ["file", "columns", "preview", "done"] as const;
export type ImportStep = (typeof importSteps)[number];

/** What was chosen on the first step, as files of the browser. */
export type Chosen = { main: File | null; history: File | null; mapping: File | null };
/** The files as they travel; `run` tells one reading from the next. */
export type Sent = { run: number; file: SentFile; history: SentFile | null };

/** What an import did, with the file's name. */
export type Finished = ImportDone & { fileName: string };

/**
 * One import on its way: everything chosen and typed, kept while going back and forth. The step stands in the address, so that
 * Back goes a step back; without files there is only the first one.
 */
export function useImportFlow() {
  const search = useSearch({ strict: false }) as { step?: unknown };
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>({ main: null, history: null, mapping: null });
  const [sent, setSent] = useState<Sent | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [guessed, setGuessed] = useState(false);
  const [finished, setFinished] = useState<Finished | null>(null);

  const wanted = importSteps.find((step) => step === search.step) ?? "file";
  const step: ImportStep =
    wanted === "done" && finished ? "done" : sent && mapping && wanted !== "done" ? wanted : "file";
  const go = (next: ImportStep, { replace = false } = {}) => {
    void navigate({ to: ".", search: (next === "file" ? {} : { step: next }) as never, replace });
  };

  return {
    step,
    go,
    chosen,
    sent,
    mapping,
    guessed,
    finished,
    /** Another file: what was read from the earlier one is left behind. */
    choose(change: Partial<Chosen>) {
      setChosen({ ...chosen, ...change });
      setSent(null);
      // without the companion file its columns are no longer asked for
      setMapping("main" in change || "mapping" in change ? null : mapping && withoutHistory(mapping));
    },
    /** The files were read: on to their columns. */
    read(files: Omit<Sent, "run">, made: Mapping, isGuess: boolean) {
      setSent({ ...files, run: Date.now() });
      setMapping(made);
      setGuessed(isGuess);
      go("columns");
    },
    edit: setMapping,
    finish(done: Finished) {
      setFinished(done);
      go("done", { replace: true });
    },
    startOver() {
      setChosen({ main: null, history: null, mapping: null });
      setSent(null);
      setMapping(null);
      setFinished(null);
      go("file");
    },
  };
}

export type ImportFlow = ReturnType<typeof useImportFlow>;
