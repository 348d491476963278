import { refuse } from "../foundation/refusal.ts";
import { type WhyNot, whyNotClose, whyNotEndLead, whyNotShape, whyNotUnder } from "./rules.ts";
import { insist, type PeopleActions, rolesNow, teamForMe, whySentence } from "./shared-actions.ts";
import * as store from "./store.ts";
import * as teamStore from "./team-store.ts";

/** Teams that nest, and roles in them. */
export function teamActions(): PeopleActions<
  "makeTeam" | "changeTeam" | "closeTeam" | "showTeam" | "setRole" | "removeFromTeam"
> {
  return {
    async makeTeam(context, { name, parent }) {
      const { db, workspace, me, now, record, tell } = context;
      if (parent) {
        const above = await teamForMe(context, parent, { open: true });
        insist(whyNotShape(above.standing, me.administers));
      } else if (!me.administers) throw refuse("people.not_an_administrator");
      const team = context.id();
      await teamStore.addTeam(db, { workspace, id: team, name, parent: parent ?? null, at: now, by: me.id });
      await teamStore.giveRole(db, {
        workspace,
        id: context.id(),
        team,
        member: me.id,
        role: "lead",
        at: now,
        by: me.id,
      });
      await record({ kind: "people.team_made", subject: team, team });
      tell("people");
      return { team };
    },
    async changeTeam(context, { team, name, parent }) {
      const { db, workspace, me, record, tell } = context;
      const { standing } = await teamForMe(context, team, { change: true, open: true });
      insist(whyNotShape(standing, me.administers));
      if (parent) {
        const above = await teamForMe(context, parent, { open: true });
        insist(whyNotShape(above.standing, me.administers));
        const all = await teamStore.teamsWithMyRole(db, workspace, me.id);
        insist(whyNotUnder(team, parent, new Map(all.map((row) => [row.id, row.parent_id]))));
      } else if (parent === null && !me.administers) throw refuse("people.not_an_administrator");
      await teamStore.changeTeam(db, workspace, team, {
        ...(name === undefined ? {} : { name }),
        ...(parent === undefined ? {} : { parent_id: parent }),
      });
      await record({ kind: "people.team_changed", subject: team, team });
      tell("people");
      return {};
    },
    async closeTeam(context, { team, closed }) {
      const { db, workspace, me, now, record, tell } = context;
      const { row, standing } = await teamForMe(context, team, { change: true });
      insist(whyNotShape(standing, me.administers));
      if (closed) insist(whyNotClose((await teamStore.teamsBelow(db, workspace, team)).length));
      else if (row.parent_id) await teamForMe(context, row.parent_id, { open: true });
      const change = closed ? { closed_at: now, closed_by: me.id } : { closed_at: null, closed_by: null };
      await teamStore.changeTeam(db, workspace, team, change);
      await record({ kind: closed ? "people.team_closed" : "people.team_opened_again", subject: team, team });
      tell("people");
      return {};
    },
    async showTeam(context, { team }) {
      const { db, workspace, me } = context;
      const { row, standing } = await teamForMe(context, team);
      const peopleNow = await teamStore.peopleIn(db, workspace, team);
      const below = await teamStore.teamsBelow(db, workspace, team);
      const shape = whyNotShape(standing, me.administers);
      const closed: WhyNot = row.closed_at ? { code: "people.team_closed" } : null;
      const roles = new Map(peopleNow.map((person) => [person.id, person.role]));
      return {
        id: row.id,
        name: row.name,
        closed: row.closed_at !== null,
        path: await teamStore.teamsAbove(db, workspace, team),
        below,
        people: peopleNow.map(({ id, name, role, from_at }) => ({ member: id, name, role, since: from_at })),
        myRole: standing.role,
        whyNotInvite: whySentence(context, shape ?? closed),
        whyNotChange: whySentence(context, shape ?? closed),
        whyNotClose: whySentence(context, shape ?? whyNotClose(row.closed_at ? 0 : below.length)),
        whyNotLeave: whySentence(context, whyNotEndLead({ name: row.name, roles }, me.id, null)),
      };
    },
    async setRole(context, { team, member, role }) {
      const { db, workspace, me, now, record, tell } = context;
      const { row, standing } = await teamForMe(context, team, { change: true, open: true });
      insist(whyNotShape(standing, me.administers));
      const person = await store.memberById(db, workspace, member);
      if (!person?.joined_at || person.left_at) throw refuse("people.no_such_member");
      const roles = await rolesNow(context, row);
      insist(whyNotEndLead(roles, member, role));
      if (roles.roles.get(member) === role) return {};
      await teamStore.giveRole(db, { workspace, id: context.id(), team, member, role, at: now, by: me.id });
      await record({ kind: "people.role_given", subject: member, team, data: { role } });
      tell("people");
      return {};
    },
    async removeFromTeam(context, { team, member }) {
      const { db, workspace, me, now, record, tell } = context;
      const { row, standing } = await teamForMe(context, team, { change: true });
      if (member !== me.id) insist(whyNotShape(standing, me.administers));
      const roles = await rolesNow(context, row);
      if (!roles.roles.has(member)) throw refuse("people.no_such_member");
      insist(whyNotEndLead(roles, member, null));
      await teamStore.endRole(db, { workspace, team, member, at: now, by: me.id });
      await record({ kind: "people.role_ended", subject: member, team });
      tell("people");
      return {};
    },
  };
}
