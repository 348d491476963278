import type { Actions } from "../foundation/run.ts";
import type { people } from "./contract.ts";
import { invitationActions } from "./invitation-actions.ts";
import { memberActions } from "./member-actions.ts";
import type { PeopleNeeds } from "./shared-actions.ts";
import { signInActions } from "./sign-in-actions.ts";
import { teamActions } from "./team-actions.ts";
import { workspaceActions } from "./workspace-actions.ts";

/**
 * The actions of `people`.
 * @param needs signing in, words, and what rooms above do when somebody expected joins
 */
export function peopleActions(needs: PeopleNeeds): Actions<typeof people> {
  return {
    ...signInActions(needs),
    ...workspaceActions(needs),
    ...memberActions(needs),
    ...teamActions(),
    ...invitationActions(needs),
  };
}
