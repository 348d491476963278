import type { RoomPrivacy } from "../foundation/privacy.ts";

const team = "team" as const;
const nobody = "nobody" as const;

/**
 * What is kept of areas, and who may see it: the people of the team (leads, members, observers) and nobody else. The level an
 * owner wishes is for that owner, whose own it is, and the leads.
 */
export const privacy: RoomPrivacy = {
  area: {
    columns: {
      workspace_id: nobody,
      id: team,
      team_id: team,
      made_at: team,
      made_by: team,
      closed_at: team,
      closed_by: team,
    },
    keep: "as long as the workspace; a closed area keeps its history",
    erase: "none about a person",
  },
  area_card: {
    columns: {
      workspace_id: nobody,
      id: nobody,
      area_id: team,
      n: team,
      at: team,
      by_member: team,
      changed: team,
      why: team,
      name: team,
      purpose: team,
      good: team,
      money: team,
      currency: team,
      scope: team,
      guardrails: team,
      people: team,
      budget: team,
      information: team,
      rhythm: team,
      escalation: team,
      review_on: team,
      matters: team,
      matters_line: team,
      matters_goal: team,
      offered: team,
      desired: "lead",
      level: team,
      trial_until: team,
      level_before: team,
    },
    about: "by_member",
    keep: "as long as the workspace, as the area's history",
    erase: "anonymise",
  },
  area_holder: {
    columns: {
      workspace_id: nobody,
      id: nobody,
      area_id: team,
      member_id: team,
      part: team,
      from_at: team,
      given_by: team,
      until_at: team,
      ended_by: team,
      why: team,
    },
    about: "member_id",
    keep: "as long as the workspace, as the area's history",
    erase: "anonymise",
  },
  area_proposal: {
    columns: {
      workspace_id: nobody,
      id: team,
      area_id: team,
      made_at: team,
      made_by: team,
      needs: team,
      what: team,
      change: team,
      trial_weeks: team,
      why: team,
      ended: team,
      ended_at: team,
      ended_by: team,
      answer: team,
    },
    about: "made_by",
    keep: "as long as the workspace, as the area's history",
    erase: "anonymise",
  },
};
