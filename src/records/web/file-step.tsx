import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { ask, Refused } from "../../foundation/client.ts";
import { useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { fileSize } from "../../ui/file-size.ts";
import { Progress } from "../../ui/progress.tsx";
import { mostBytes, sentFile } from "./import-files.ts";
import type { Chosen, ImportFlow } from "./import-flow.ts";
import { mappingFrom } from "./mapping-draft.ts";
import { say } from "./record-words.ts";
import type { Preview } from "./records-client.ts";
import { useRecordPlace } from "./use-record.ts";

type Wrong = Partial<Record<keyof Chosen, string>>;

/** Chooses the file, its companion of status changes, and a mapping saved before. */
export function FileStep({ flow }: { flow: ImportFlow }) {
  const { chosen } = flow;
  const { read, reading, wrong, forget } = useReading(flow);
  const drop = (which: keyof Chosen) => ({
    file: chosen[which],
    onFile(file: File | null) {
      forget();
      flow.choose({ [which]: file });
    },
    error: wrong[which],
    disabled: reading,
    removeLabel: say("web.importing.file.remove"),
  });
  const { locale } = useReader();
  const sizeText = (bytes: number) => fileSize(bytes, locale);
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <Card title={say("web.importing.file.title")}>
        <FileDrop
          {...drop("main")}
          label={say("web.importing.file.label")}
          invitation={say("web.importing.file.invitation")}
          hint={say("web.importing.file.hint")}
          accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
          sizeText={sizeText}
        />
      </Card>
      <Card title={say("web.importing.file.more")} lead={say("web.importing.file.more_hint")}>
        <div className="grid items-start gap-5 md:grid-cols-2">
          <FileDrop
            {...drop("history")}
            label={say("web.importing.file.history")}
            invitation={say("web.importing.file.history_invitation")}
            hint={say("web.importing.file.history_hint")}
            accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
            sizeText={sizeText}
          />
          <FileDrop
            {...drop("mapping")}
            label={say("web.importing.file.mapping")}
            invitation={say("web.importing.file.mapping_invitation")}
            hint={say("web.importing.file.mapping_hint")}
            accept=".json,application/json"
            sizeText={sizeText}
          />
        </div>
      </Card>
      {reading && <Progress label={say("web.importing.file.reading", { name: chosen.main?.name ?? "" })} />}
      <div className="flex justify-end">
        <Button
          type="submit"
          look="primary"
          size="lg"
          busy={reading}
          icon={<ArrowRight aria-hidden="true" size={18} className="rtl:rotate-180" />}
        >
          {say("web.importing.file.next")}
        </Button>
      </div>
    </form>
  );
}

/** Reads what was chosen, and says at which file it failed. */
function useReading(flow: ImportFlow) {
  const { asked } = useRecordPlace();
  const [reading, setReading] = useState(false);
  const [wrong, setWrong] = useState<Wrong>({});
  async function read() {
    const { main, history, mapping: mappingFile } = flow.chosen;
    if (!main) return setWrong({ main: say("web.importing.file.missing") });
    // nothing was chosen anew: what was said of the columns is kept
    if (flow.sent && flow.mapping) return flow.go("columns");
    if (main.size + (history?.size ?? 0) > mostBytes) return setWrong({ main: say("web.importing.file.too_large") });
    setReading(true);
    try {
      const given = flow.mapping ?? (mappingFile && mappingFrom(await mappingFile.text()));
      if (mappingFile && !given) return setWrong({ mapping: say("web.importing.file.mapping_broken") });
      const file = await sentFile(main);
      const companion = history && (await sentFile(history));
      const preview = await ask<Preview>("records.previewImport", {
        ...asked,
        file,
        ...(companion && { history: companion }),
        ...(given && { mapping: given }),
        limit: 1,
      });
      flow.read({ file, history: companion }, preview.mapping, preview.guessed);
    } catch (error) {
      setWrong(wrongBy(error, flow.chosen));
    } finally {
      setReading(false);
    }
  }
  return { read, reading, wrong, forget: () => setWrong({}) };
}

/** At which file a refusal belongs: the one it names, the mapping where its shape is wrong, else the first. */
function wrongBy(error: unknown, { history, mapping }: Chosen): Wrong {
  if (!(error instanceof Refused)) return { main: say("web.importing.file.unreadable") };
  if (error.code === "records.mapping_broken" && mapping) return { mapping: error.message };
  if (history && error.message.includes(history.name)) return { history: error.message };
  return { main: error.message };
}
