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
 * @param needs signing in, and words for quiet buttons
 */
export function peopleActions(needs: PeopleNeeds): Actions<typeof people> {
  return {
    ...signInActions(needs),
    ...workspaceActions(needs),
    ...memberActions(needs),
    ...teamActions(needs),
    ...invitationActions(),
  };
}
