import type { RoomPrivacy } from "../foundation/privacy.ts";

const workspace = "workspace" as const;
const self = "self" as const;
const team = "team" as const;
const nobody = "nobody" as const;

/** What is kept of people, who may see it, how long, and what erasure does. */
export const privacy: RoomPrivacy = {
  workspace: {
    columns: { id: workspace, slug: workspace, name: workspace, nouns: workspace, created_at: workspace },
    keep: "as long as the workspace",
    erase: "none about a person",
  },
  member: {
    columns: {
      workspace_id: workspace,
      id: workspace,
      user_id: nobody,
      name: workspace,
      time_zone: workspace,
      locale: self,
      joined_at: workspace,
      left_at: workspace,
    },
    about: "id",
    keep: "as long as the workspace; the name is blanked on erasure",
    erase: "anonymise",
  },
  administration: {
    columns: { workspace_id: workspace, member_id: workspace, since: workspace, given_by: workspace },
    about: "member_id",
    keep: "while somebody looks after the workspace",
    erase: "delete",
  },
  member_key: {
    columns: { workspace_id: nobody, member_id: nobody, sealed: nobody },
    about: "member_id",
    keep: "as long as what was written under it",
    erase: "delete",
  },
  team: {
    columns: {
      workspace_id: workspace,
      id: workspace,
      parent_id: workspace,
      name: workspace,
      created_at: workspace,
      created_by: workspace,
      closed_at: workspace,
      closed_by: workspace,
    },
    keep: "as long as the workspace",
    erase: "none about a person",
  },
  team_member: {
    columns: {
      workspace_id: workspace,
      id: workspace,
      team_id: workspace,
      member_id: workspace,
      role: workspace,
      from_at: workspace,
      until_at: workspace,
      ended_by: team,
    },
    about: "member_id",
    keep: "as long as the workspace, as history",
    erase: "anonymise",
  },
  invitation: {
    columns: {
      workspace_id: "lead",
      id: "lead",
      team_id: "lead",
      role: "lead",
      secret_hash: nobody,
      created_at: "lead",
      created_by: "lead",
      expires_at: "lead",
      revoked_at: "lead",
      revoked_by: "lead",
      placeholder_id: "lead",
    },
    about: "created_by",
    keep: "as long as the workspace",
    erase: "anonymise",
  },
  invitation_use: {
    columns: { workspace_id: "lead", invitation_id: "lead", member_id: "lead", used_at: "lead" },
    about: "member_id",
    keep: "as long as the workspace",
    erase: "anonymise",
  },
  placeholder: {
    columns: {
      workspace_id: workspace,
      member_id: workspace,
      team_id: workspace,
      made_at: workspace,
      made_by: workspace,
      filled_at: workspace,
      filled_by: workspace,
    },
    about: "member_id",
    keep: "as long as the workspace",
    erase: "anonymise",
  },
  event: {
    columns: {
      workspace_id: nobody,
      id: nobody,
      at: team,
      xid: nobody,
      actor_id: team,
      kind: team,
      subject_id: team,
      team_id: team,
      data: team,
    },
    about: "actor_id",
    keep: "as long as the workspace; shown only on the thing it happened to",
    erase: "anonymise",
  },
  access_log: {
    columns: {
      workspace_id: nobody,
      id: nobody,
      at: self,
      reader_id: self,
      subject_id: self,
      operation: self,
    },
    about: "subject_id",
    keep: "two years",
    erase: "delete",
  },
  idempotency: {
    columns: {
      workspace_id: nobody,
      member_id: nobody,
      key: nobody,
      input_hash: nobody,
      output: nobody,
      at: nobody,
    },
    about: "member_id",
    keep: "seven days",
    erase: "delete",
  },
};
