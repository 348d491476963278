import { enterWorkspace } from "../foundation/db.ts";
import { refuse } from "../foundation/refusal.ts";
import type { PersonContext } from "../foundation/run.ts";
import type { Nouns } from "../foundation/words.ts";
import { slugFrom } from "./rules.ts";
import { type PeopleActions, type PeopleNeeds, zoneOrRefuse } from "./shared-actions.ts";
import * as store from "./store.ts";
import * as teamStore from "./team-store.ts";

async function newWorkspace(
  context: PersonContext,
  input: { name: string; teamName: string; timeZone: string; locale: string },
) {
  const { db, now, user } = context;
  const workspace = context.id();
  const base = slugFrom(input.name);
  let slug = base;
  const taken = async () =>
    (await store.slugTaken(db, slug)) ||
    !(await store.addWorkspace(db, { id: workspace, slug, name: input.name, at: now }));
  await enterWorkspace(db, workspace);
  for (let n = 2; await taken(); n++) slug = `${base}-${n}`;
  const member = context.id();
  const { timeZone, locale } = input;
  await store.addMember(db, { workspace, id: member, user: user.id, name: user.name, timeZone, locale, at: now });
  await store.setAdministers(db, workspace, member, { at: now, by: null });
  const team = context.id();
  await teamStore.addTeam(db, { workspace, id: team, name: input.teamName, parent: null, at: now, by: member });
  await teamStore.giveRole(db, { workspace, id: context.id(), team, member, role: "lead", at: now, by: member });
  return { workspace, slug, team };
}

/** Making a workspace, reading it, changing its name and nouns. */
export function workspaceActions(needs: PeopleNeeds): PeopleActions<"makeWorkspace" | "workspace" | "changeWorkspace"> {
  const { signIn } = needs;

  return {
    async makeWorkspace(context, input) {
      zoneOrRefuse(input.timeZone);
      const { keptBy, signUpOpen } = await signIn.installation();
      if (!signUpOpen && keptBy !== context.user.id) throw refuse("people.sign_up_closed");
      return newWorkspace(context, input);
    },
    async workspace({ db, workspace, me, locale, nouns }) {
      const row = await store.theWorkspace(db, workspace);
      const teams = (await teamStore.teamsWithMyRole(db, workspace, me.id)).map((team) => ({
        id: team.id,
        parent: team.parent_id,
        name: team.name,
        closed: team.closed_at !== null,
        people: team.people,
        myRole: team.my_role,
      }));
      const plain = Object.keys(needs.nouns(locale));
      return {
        id: row.id,
        slug: row.slug,
        name: row.name,
        nouns: Object.fromEntries(plain.map((key) => [key, nouns[key]!])),
        ownNouns: row.nouns as Nouns,
        people: await store.countMembers(db, workspace),
        me,
        teams,
      };
    },
    async changeWorkspace({ db, workspace, me, tell, record }, input) {
      if (!me.administers) throw refuse("people.not_an_administrator");
      const nouns = input.nouns && Object.fromEntries(Object.entries(input.nouns).filter(([, noun]) => noun));
      await store.changeWorkspace(db, workspace, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(nouns === undefined ? {} : { nouns }),
      });
      await record({ kind: "people.workspace_changed", subject: workspace });
      tell("people");
      return {};
    },
  };
}
