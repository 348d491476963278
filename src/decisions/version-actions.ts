import { refuse } from "../foundation/refusal.ts";
import { settleNotices } from "../notices/notice-actions.ts";
import { insist } from "../people/shared-actions.ts";
import { whyNotNewVersion } from "./deciding-rules.ts";
import { addVersion } from "./draft-store.ts";
import { endObjections, objectionsOf } from "./objection-store.ts";
import { electorsOf } from "./round-store.ts";
import { madeHereForMe } from "./seen-actions.ts";
import { type DecisionActions, decidingForMe, moveOn, tellOfDecision } from "./shared-actions.ts";
import { versionsOf } from "./version-store.ts";

/** Versions of a proposal: a voice is never carried onto words it was not given for. */
export const versionActions: DecisionActions<"newVersion" | "versions"> = {
  async newVersion(context, { decision, n, proposal, whatChanged, integrates }) {
    const { db, workspace, me, now, today } = context;
    const { row, state, stand, rounds } = await decidingForMe(context, decision, { change: true });
    insist(whyNotNewVersion(state, stand));
    if (row.n !== n) throw refuse("decisions.changed_meanwhile");
    if (proposal === row.proposal.trim()) throw refuse("decisions.nothing_changed");
    const raised = new Map((await objectionsOf(db, workspace, decision)).map((one) => [one.id, one]));
    const integrated = [...new Set(integrates)].map((id) => {
      const one = raised.get(id);
      if (!one) throw refuse("decisions.no_such_objection");
      if (one.ended) throw refuse("decisions.objection_ended");
      return one;
    });

    const version = row.version + 1;
    await addVersion(db, { workspace, decision, n: version, at: now, by: me.id, proposal, whatChanged });
    const objections = integrated.map(({ id }) => id);
    await endObjections(db, { workspace, objections, by: me.id, at: now }, { ended: "integrated", version });
    await moveOn(context, row, {
      phase: "shaping",
      by: me.name,
      today,
      note: whatChanged,
      // it is weighed anew until its own round begins
      deciding: { version, proposal, level: null, because: null, area_loan: null, acknowledged_at: null },
    });
    await settleNotices(context, row.id, ["decisions.lead_voice_asked", "decisions.ready", "decisions.opened"]);
    const theirs = [...new Set(integrated.map(({ member }) => member))];
    await tellOfDecision(context, row, {
      kind: "objection_ended",
      to: theirs,
      actor: me.id,
      params: { how: "integrated", version },
      beyondTeam: true,
    });
    const heard = rounds[0] ? await electorsOf(db, workspace, rounds[0].id) : [];
    await tellOfDecision(context, row, {
      kind: "new_version",
      // whose objection it integrates learns of it by that
      to: heard.map(({ member }) => member).filter((member) => !theirs.includes(member)),
      actor: me.id,
      params: { version },
      beyondTeam: true,
    });
    return { version };
  },

  async versions(context, { decision }) {
    const { db, workspace } = context;
    const { weighed } = await madeHereForMe(context, decision);
    const leads = new Set(weighed.people.filter(({ role }) => role === "lead").map(({ id }) => id));
    const versions = await versionsOf(db, workspace, decision);
    return {
      versions: versions.map(({ by, name, ...version }) => ({
        ...version,
        by: { member: by, name, lead: leads.has(by) },
      })),
    };
  },
};
