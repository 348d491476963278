import { room } from "../foundation/contract.ts";
import { invitationOperations } from "./invitation-contract.ts";
import { memberOperations } from "./member-contract.ts";
import { signInOperations } from "./sign-in-contract.ts";
import { teamOperations } from "./team-contract.ts";
import { workspaceOperations } from "./workspace-contract.ts";

/**
 * People: signing in, workspaces, nested teams, roles, invitations and each person's own data.
 */
export const people = room(
  "people",
  {
    ...signInOperations,
    ...workspaceOperations,
    ...memberOperations,
    ...teamOperations,
    ...invitationOperations,
  },
  {
    sign_up_closed: 403,
    email_taken: 409,
    wrong_email_or_password: 401,
    wrong_password: 403,
    no_such_session: 404,
    not_the_keeper: 403,
    no_such_invitation: 404,
    invitation_expired: 410,
    invitation_revoked: 410,
    no_such_team: 404,
    no_such_member: 404,
    erased_member: 409,
    not_an_administrator: 403,
    not_a_lead_here: 403,
    last_administrator: 409,
    last_lead: 409,
    under_itself: 409,
    teams_below: 409,
    team_closed: 409,
  },
);
