import { ownAreas } from "../areas/own-store.ts";
import { heldBySomebodyElse } from "../areas/store.ts";
import { forgetMember as forgetDecisions, ownDecisions } from "../decisions/own-store.ts";
import { forgetMember as forgetDirection } from "../direction/intent-store.ts";
import { ownDirection } from "../direction/own-store.ts";
import { forgetMember as forgetNotices, ownNotices } from "../notices/store.ts";
import type { PeopleNeeds } from "../people/shared-actions.ts";

/** When X, then Y, where X happens in a room that does not know Y. All on one page. */

/** Somebody expected joined as a member who was here already: the areas named for them are theirs. */
export const filled: PeopleNeeds["filled"] = (context, placeholder, member) =>
  heldBySomebodyElse(context.db, { workspace: context.workspace, from: placeholder, to: member, at: context.now });

/** Somebody is erased: what was told to them, their drafts and their back-briefs go, and their name from what was decided here. */
export const forgotten: PeopleNeeds["forgotten"] = async (db, workspace, member) => {
  await forgetNotices(db, workspace, member);
  await forgetDirection(db, workspace, member);
  await forgetDecisions(db, workspace, member);
};

/** Somebody asks for their own data: what each room holds of them. */
export const heldOf: PeopleNeeds["heldOf"] = async (db, workspace, member) => ({
  notices: await ownNotices(db, workspace, member),
  direction: await ownDirection(db, workspace, member),
  areas: await ownAreas(db, workspace, member),
  decisions: await ownDecisions(db, workspace, member),
});
