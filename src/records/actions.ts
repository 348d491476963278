import { goalsServedIn, madeIn } from "../decisions/made-store.ts";
import { recordedIn, wholeLog } from "../decisions/store.ts";
import { refuse } from "../foundation/refusal.ts";
import type { Actions } from "../foundation/run.ts";
import { whySentence } from "../people/shared-actions.ts";
import type { records } from "./contract.ts";
import { describe, descriptionOf } from "./description-store.ts";
import { asCsv, asJson, asMadr } from "./exporting.ts";
import { importActions } from "./import-actions.ts";
import type { SayIn } from "./madr.ts";
import { overviewOf } from "./overview.ts";
import { csvType, fileNamePart, hold, importableTeam, readableTeam } from "./team-actions.ts";

/** The actions of `records`. */
export function recordActions(): Actions<typeof records> {
  return {
    ...importActions(),
    async overview(context, { team, asOf }) {
      const { db, workspace, today } = context;
      const { row, whyNotImport } = await readableTeam(context, team);
      const description = await descriptionOf(db, workspace, team);
      const told = overviewOf(await recordedIn(db, workspace, team), description, asOf ?? today);
      const whyNot = whySentence(context, whyNotImport);
      return { ...told, teamName: row.name, whyNotImport: whyNot, whyNotDescribe: whyNot };
    },

    async describeRecord(context, input) {
      const { db, workspace, now } = context;
      const { team, deciderKnownSince, batchFrom, terms } = input;
      await importableTeam(context, team);
      if (terms.some(({ from, until }) => until !== null && until <= from)) throw refuse("records.term_ends_first");
      await hold(context, team);
      await describe(db, { workspace, team, at: now }, { deciderKnownSince, batchFrom, terms });
      await context.record({ kind: "records.described", subject: team, team });
      context.tell("records");
      return {};
    },

    async exportRecord(context, { team, format }) {
      const { db, workspace, now } = context;
      const { row } = await readableTeam(context, team);
      const log = await wholeLog(db, workspace, team);
      const made = await madeIn(db, workspace, team, now);
      const goals = await goalsServedIn(db, workspace, team);
      const description = await descriptionOf(db, workspace, team);
      const decisions = log.map(({ id, facts }) => ({
        facts,
        goal: goals.get(id) ?? null,
        made: made.get(id) ?? null,
      }));
      const record = { teamName: row.name, description, decisions, at: now };
      const name = `${fileNamePart(row.name)}-record-${context.today}`;
      if (format === "csv") return { fileName: `${name}.csv`, contentType: csvType, body: asCsv(record) };
      if (format === "json") {
        return { fileName: `${name}.json`, contentType: "application/json; charset=utf-8", body: asJson(record) };
      }
      const say: SayIn = (room, key, params) => context.sayTo(context.locale, room)(key, params);
      return { fileName: `${name}-madr.zip`, contentType: "application/zip", body: asMadr(record, say) };
    },
  };
}
