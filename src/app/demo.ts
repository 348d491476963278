import record from "../../examples/harbour-decisions.csv?raw";
import { movedClock } from "../foundation/clock.ts";
import { callerWithoutRequest, type Engine, run, type SignedIn } from "../foundation/run.ts";
import { seedAreas, seedWaiting } from "./demo-areas.ts";
import { seedDecided, seedDeciding } from "./demo-decisions.ts";
import { seedDirection, seedGoals } from "./demo-direction.ts";
import type { Running } from "./engine.ts";

/** A made-up team of nine. The demo's lead is the first. */
const crew = [
  ["Nomsa Mthembu", "Africa/Johannesburg"],
  ["Amara Okafor", "Africa/Lagos"],
  ["Bongani Khumalo", "Africa/Johannesburg"],
  ["Chen Liu", "Asia/Singapore"],
  ["Divya Varma", "Asia/Kolkata"],
  ["Efua Fynn", "Africa/Accra"],
  ["Grace Rotich", "Africa/Nairobi"],
  ["Hana Sato", "Asia/Tokyo"],
  ["Ivo Novak", "Europe/Prague"],
] as const;

const password = "harbour-at-dawn";
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const monthsBack = 5;

const emailOf = (name: string) => `${name.split(" ")[0]!.toLowerCase()}@harbour.example`;

/**
 * Makes the demo: a team whose history comes from the same actions people use, on a clock that this script moves. Does
 * nothing where it was made before.
 * @param running the open house
 * @param say told what is being made
 * @returns the email of the demo's lead
 */
export async function seedDemo(running: Running, say: (sentence: string) => void): Promise<string> {
  const lead = emailOf(crew[0][0]);
  if (await running.signIn.personFor(lead)) return lead;
  say("Making the demo team…");
  const today = running.engine.clock.now();
  const clock = movedClock(new Date(today.getTime() - monthsBack * 30 * dayMs));
  const engine: Engine = { ...running.engine, clock };
  const people = new Map<string, SignedIn>();

  const doAs = async <T>(name: string, operation: string, input: unknown): Promise<T> =>
    (await run(engine, operation, input, callerWithoutRequest(people.get(name) ?? null))) as T;
  const signUp = async (name: string, invitation?: string) => {
    await doAs("", "people.signUp", { name, email: emailOf(name), password, ...(invitation ? { invitation } : {}) });
    people.set(name, (await running.signIn.personFor(emailOf(name)))!);
  };

  const [nomsa, nomsaZone] = crew[0];
  await signUp(nomsa);
  type Made = { workspace: string; team: string };
  const { workspace, team } = await doAs<Made>(nomsa, "people.makeWorkspace", {
    name: "Harbour",
    teamName: "Harbour Platform",
    timeZone: nomsaZone,
    locale: "en",
  });
  clock.pass(2 * hourMs);
  const { token } = await doAs<{ token: string }>(nomsa, "people.invite", {
    workspace,
    team,
    role: "member",
    days: 30,
  });
  for (const [name, timeZone] of crew.slice(1, 8)) {
    clock.pass(9 * hourMs);
    await signUp(name, token);
    await doAs(name, "people.acceptInvitation", { token, timeZone, locale: "en" });
  }
  clock.pass(20 * dayMs);
  const late = await doAs<{ token: string }>(nomsa, "people.invite", { workspace, team, role: "observer", days: 7 });
  const [ivo, ivoZone] = crew[8];
  clock.pass(dayMs);
  await signUp(ivo, late.token);
  await doAs(ivo, "people.acceptInvitation", { token: late.token, timeZone: ivoZone, locale: "en" });

  clock.pass(15 * dayMs);
  const onCall = await doAs<{ team: string }>(nomsa, "people.makeTeam", { workspace, name: "On-call", parent: team });
  const members = await memberIds(doAs, nomsa, workspace);
  for (const [name, role] of [
    ["Bongani Khumalo", "lead"],
    ["Grace Rotich", "member"],
    ["Chen Liu", "member"],
  ] as const) {
    clock.pass(hourMs);
    const member = members.get(name)!;
    await doAs(nomsa, "people.setRole", { workspace, team: onCall.team, member, role });
  }
  await doAs(nomsa, "people.removeFromTeam", { workspace, team: onCall.team, member: members.get(nomsa)! });

  const stage = { doAs, clock, today, workspace, members };
  await seedDirection(stage, team, onCall.team);
  const goal = await seedGoals(stage, team, onCall.team);
  const wanted = await seedAreas(stage, team, goal);
  const due = await seedDecided(stage, team);
  clock.set(new Date(today.getTime() - 10 * dayMs));
  for (const [name] of crew) await doAs(name, "notices.see", { workspace });
  clock.set(new Date(today.getTime() - 6 * dayMs));
  await doAs(nomsa, "records.importDecisions", {
    workspace,
    team,
    file: { name: "harbour-decisions.csv", text: record },
  });
  await seedDeciding(stage, team, due);
  await seedWaiting(stage, wanted);
  say(`The demo team is there: sign in as ${lead} with the password ${password}.`);
  return lead;
}

type Do = <T>(name: string, operation: string, input: unknown) => Promise<T>;

async function memberIds(doAs: Do, as: string, workspace: string): Promise<Map<string, string>> {
  const page = await doAs<{ members: { id: string; name: string }[] }>(as, "people.members", { workspace, limit: 50 });
  return new Map(page.members.map(({ id, name }) => [name, id]));
}
