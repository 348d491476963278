import type { RoomPrivacy } from "../foundation/privacy.ts";

const team = "team" as const;
const nobody = "nobody" as const;

/** What is kept of imports and of what a team says of its record. */
export const privacy: RoomPrivacy = {
  record_description: {
    columns: {
      workspace_id: nobody,
      team_id: nobody,
      decider_known_since: team,
      batch_from: team,
      changed_at: nobody,
    },
    keep: "as long as the team",
    erase: "none about a person",
  },
  office_term: {
    columns: { workspace_id: nobody, team_id: nobody, n: nobody, from_on: team, until_on: team, who: team },
    keep: "as long as the team",
    erase: "none about a person",
  },
  import: {
    columns: {
      workspace_id: nobody,
      id: team,
      team_id: team,
      n: nobody,
      at: team,
      by_member: team,
      file_name: team,
      history_name: team,
      mapping: team,
      columns: team,
      new_rows: team,
      changed_rows: team,
      unchanged_rows: team,
      refused_rows: team,
      described_before: nobody,
      described_after: nobody,
      undone_at: team,
      undone_by: team,
    },
    about: "by_member",
    keep: "as long as the workspace, so that it can be undone",
    erase: "anonymise",
  },
  import_row: {
    columns: {
      workspace_id: nobody,
      import_id: team,
      n: nobody,
      line: team,
      state: team,
      ref: team,
      title: team,
      decision_id: team,
      before: nobody,
      reasons: team,
      cells: team,
    },
    keep: "as long as its import",
    erase: "none about a person",
  },
};
