import { refuse } from "../foundation/refusal.ts";
import type { Actions } from "../foundation/run.ts";
import { teamForMe } from "../people/shared-actions.ts";
import { teamsWithMyRole } from "../people/team-store.ts";
import type { notices } from "./contract.ts";
import { mailPage } from "./mail-store.ts";
import { nameOfKind, sentenceOf, type Told } from "./rules.ts";
import * as store from "./store.ts";

/** What notices' actions need from outside. */
export type NoticesNeeds = {
  /** Every kind of notice that the rooms of this house give. */
  kinds: readonly string[];
  /** Whether mail leaves this installation, or is kept here to be read. */
  delivery: "smtp" | "here";
};

const mailsAtOnce = 20;

/**
 * The actions of `notices`. Each is about the one who asks: none takes a member.
 * @param needs which kinds of notice there are, and where mail goes
 */
export function noticesActions({ kinds, delivery }: NoticesNeeds): Actions<typeof notices> {
  return {
    async list({ db, workspace, me, locale, sayTo }, page) {
      const { total, unseen, rows } = await store.noticesPage(db, workspace, me.id, page);
      return {
        total,
        unseen,
        notices: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          text: sentenceOf(sayTo, locale, {
            kind: row.kind,
            params: row.params as Told["params"],
            actor: row.actor_name,
            teamName: row.team_name,
          }),
          at: row.at,
          team: row.team_id,
          teamName: row.team_name,
          actor: row.actor_id && row.actor_name ? { member: row.actor_id, name: row.actor_name } : null,
          path: row.path,
          needsYes: row.needs_yes,
          seen: row.seen_at !== null,
          settled: row.settled_at !== null,
        })),
      };
    },
    async see({ db, workspace, me, now }, input) {
      await store.see(db, { workspace, member: me.id, ids: input.notices, at: now });
      return {};
    },
    async choices({ db, workspace, me, locale, sayTo }) {
      const teams = (await teamsWithMyRole(db, workspace, me.id)).filter(
        ({ my_role, closed_at }) => my_role !== null && closed_at === null,
      );
      const { muted, digest, atOnce } = await store.choicesOf(db, workspace, me.id);
      const mine = new Set(teams.map(({ id }) => id));
      return {
        kinds: kinds.map((kind) => ({ kind, name: nameOfKind(sayTo, locale, kind) })),
        teams: teams.map(({ id, name }) => ({ id, name })),
        muted: muted.filter(({ team, kind }) => mine.has(team) && kinds.includes(kind)),
        digest,
        atOnce,
        delivery,
      };
    },
    async mute(context, { team, kind, muted }) {
      const { db, workspace, me, now } = context;
      if (!kinds.includes(kind)) throw refuse("notices.no_such_kind");
      await teamForMe(context, team);
      await store.setMuted(db, { workspace, member: me.id, team, kind, muted, at: now });
      return {};
    },
    async chooseMail({ db, workspace, me }, { digest, atOnce }) {
      await store.setMailChoice(db, { workspace, member: me.id, digest, atOnce });
      return {};
    },
    async mail({ db, workspace, me }, { offset }) {
      const { total, rows } = await mailPage(db, workspace, me.id, { offset, limit: mailsAtOnce });
      return {
        total,
        delivery,
        mails: rows.map((row) => ({
          id: row.id,
          at: row.made_at,
          subject: row.subject,
          text: row.body_text,
          state: row.sent_at ? "sent" : row.given_up_at ? "not_sent" : "waiting",
        })),
      };
    },
  };
}
