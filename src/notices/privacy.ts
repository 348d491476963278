import type { RoomPrivacy } from "../foundation/privacy.ts";

const self = "self" as const;
const nobody = "nobody" as const;

/**
 * What somebody is told is theirs alone: nobody else reads it, counts it, or sees whether it was read. Who did what a notice
 * tells is on the thing it is about, for whoever may see that.
 */
export const privacy: RoomPrivacy = {
  notice: {
    columns: {
      workspace_id: nobody,
      id: self,
      member_id: self,
      team_id: self,
      at: self,
      kind: self,
      actor_id: self,
      subject_id: nobody,
      params: self,
      path: self,
      needs_yes: self,
      once: nobody,
      seen_at: self,
      settled_at: self,
      digested_at: nobody,
    },
    about: "member_id",
    keep: "one year",
    erase: "delete",
  },
  notice_mute: {
    columns: { workspace_id: nobody, member_id: self, team_id: self, kind: self, since: nobody },
    about: "member_id",
    keep: "until it is taken back",
    erase: "delete",
  },
  mail_choice: {
    columns: { workspace_id: nobody, member_id: self, digest: self, at_once: self },
    about: "member_id",
    keep: "until it is chosen otherwise",
    erase: "delete",
  },
  digest_day: {
    columns: { workspace_id: nobody, member_id: nobody, last_on: nobody },
    about: "member_id",
    keep: "the last day only",
    erase: "delete",
  },
  mail: {
    columns: {
      workspace_id: nobody,
      id: self,
      member_id: self,
      made_at: self,
      subject: self,
      body_text: self,
      body_html: self,
      due_at: nobody,
      tries: nobody,
      sent_at: self,
      given_up_at: self,
    },
    about: "member_id",
    keep: "thirty days; the address is kept with the sign-in and nowhere here",
    erase: "delete",
  },
};
