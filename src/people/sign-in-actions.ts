import { enterWorkspace } from "../foundation/db.ts";
import { refuse } from "../foundation/refusal.ts";
import { invitationBehind } from "./invitation-actions.ts";
import { invitationState, whyNotStopAdministering } from "./rules.ts";
import { insist, type PeopleActions, type PeopleNeeds } from "./shared-actions.ts";
import * as store from "./store.ts";
import * as teamStore from "./team-store.ts";

/** Signing up, in and out, and what is one person's across workspaces. */
export function signInActions(
  needs: PeopleNeeds,
): PeopleActions<
  | "installation"
  | "signUp"
  | "signIn"
  | "signOut"
  | "me"
  | "sessions"
  | "endSession"
  | "endOtherSessions"
  | "changePassword"
  | "eraseMe"
  | "setSignUp"
> {
  const { signIn } = needs;
  const open = async () => (await signIn.installation()).signUpOpen;

  return {
    async installation({ caller, locale }) {
      const { fresh, signUpOpen } = await signIn.installation();
      const me = caller.user ? { name: caller.user.name, email: caller.user.email } : null;
      return { fresh, signUpOpen, me, locale };
    },
    async signUp({ db, caller, now }, input) {
      if (!(await open())) {
        if (!input.invitation) throw refuse("people.sign_up_closed");
        const { invitation } = await invitationBehind(db, input.invitation);
        if (invitationState(invitation, now) !== "open") throw refuse("people.sign_up_closed");
      }
      await signIn.signUp(caller, { name: input.name, email: input.email, password: input.password }, now);
      return {};
    },
    async signIn({ caller }, input) {
      await signIn.signIn(caller, input);
      return {};
    },
    async signOut({ caller }) {
      await signIn.signOut(caller);
      return {};
    },
    async me({ db, user }) {
      const { keptBy, signUpOpen } = await signIn.installation();
      const workspaces = (await store.workspacesOf(db, user.id)).map((row) => ({
        id: row.workspace_id,
        slug: row.slug,
        name: row.name,
        nouns: { ...needs.nouns(row.locale), ...row.nouns },
        member: row.member_id,
        memberName: row.member_name,
        timeZone: row.time_zone,
        locale: row.locale,
      }));
      return { name: user.name, email: user.email, keepsInstallation: keptBy === user.id, signUpOpen, workspaces };
    },
    async sessions({ caller }) {
      return { sessions: await signIn.sessions(caller) };
    },
    async endSession({ caller }, { session }) {
      if (!(await signIn.endSession(caller, session))) throw refuse("people.no_such_session");
      return {};
    },
    async endOtherSessions({ caller }) {
      await signIn.endOtherSessions(caller);
      return {};
    },
    async changePassword({ caller }, input) {
      await signIn.changePassword(caller, input.current, input.next);
      return {};
    },
    async eraseMe({ db, user, caller, now, after, tellWorkspace }, { password }) {
      if (!(await signIn.passwordFits(caller, password))) throw refuse("people.wrong_password");
      for (const place of await store.workspacesOf(db, user.id)) {
        const workspace = place.workspace_id;
        await enterWorkspace(db, workspace);
        const administrators = await store.administrators(db, workspace);
        const alone = (await store.countMembers(db, workspace)) === 1;
        insist(whyNotStopAdministering(administrators, place.member_id, !alone));
        for (const role of await teamStore.rolesOf(db, workspace, place.member_id)) {
          if (role.until_at) continue;
          await teamStore.endRole(db, {
            workspace,
            team: role.id,
            member: place.member_id,
            at: now,
            by: place.member_id,
          });
        }
        await store.setAdministers(db, workspace, place.member_id, null);
        await needs.forgotten(db, workspace, place.member_id);
        await store.blankMember(db, workspace, place.member_id, needs.erasedName(place.locale), now);
        tellWorkspace(workspace, "people");
      }
      after(() => signIn.erase(user));
      return {};
    },
    async setSignUp({ user, now }, input) {
      if ((await signIn.installation()).keptBy !== user.id) throw refuse("people.not_the_keeper");
      await signIn.setSignUp(input.open, now);
      return {};
    },
  };
}
