import type { RoomPrivacy } from "../foundation/privacy.ts";

const team = "team" as const;
const nobody = "nobody" as const;

/**
 * What the log keeps and who may see it: the people of the team, and nobody else by itself. Names in an imported record are
 * words that the record brought; they are on the thing they belong to and are never looked up, counted or sorted by.
 */
export const privacy: RoomPrivacy = {
  decision: {
    columns: {
      workspace_id: nobody,
      id: team,
      team_id: team,
      origin: team,
      ref: team,
      title: team,
      kind: team,
      topics: team,
      status: team,
      context: team,
      reasons: team,
      link: team,
      authors: team,
      handed_to: team,
      opened_on: team,
      decided_on: team,
      decided_on_basis: team,
      outcome: team,
      decided_by: team,
      decider: team,
      decider_member: team,
      basis: team,
      supersedes: team,
      superseded_by: team,
      self_decided: team,
      leads_own: team,
      on_record_from: nobody,
      source: team,
      changed_at: team,
    },
    about: "decider_member",
    keep: "as long as the workspace; an import that is undone takes its decisions with it",
    erase: "anonymise",
  },
  decision_step: {
    columns: {
      workspace_id: nobody,
      decision_id: nobody,
      n: nobody,
      on_date: team,
      from_status: team,
      to_status: team,
      by_words: team,
      note: team,
      reference: team,
    },
    keep: "as long as its decision",
    erase: "none about a person",
  },
  decision_reversal: {
    columns: {
      workspace_id: nobody,
      decision_id: nobody,
      n: nobody,
      on_date: team,
      from_status: team,
      to_status: team,
      held_days: team,
      kind: team,
      kind_given: team,
    },
    keep: "as long as its decision",
    erase: "none about a person",
  },
  decision_goal: {
    columns: { workspace_id: nobody, decision_id: team, goal_id: team, at: nobody, by_member: nobody },
    about: "by_member",
    keep: "as long as its decision",
    erase: "anonymise",
  },
};
