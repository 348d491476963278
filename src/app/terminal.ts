import { PlainError } from "../foundation/plain-error.ts";
import { callerWithoutRequest, run, type SignedIn } from "../foundation/run.ts";
import type { Running } from "./engine.ts";

/** What a command is handed of the terminal. */
export type Hands = {
  values: Readonly<Record<string, string | boolean | undefined>>;
  /** The words after the command's name. */
  rest: readonly string[];
  say(line: string): void;
  read(file: string): Promise<Buffer>;
  write(file: string, content: string | Uint8Array): Promise<void>;
  progress(done: number, total: number): void;
};

/** One command of the command line. It returns the exit code. */
export type Command = { arguments: string; summary: string; run(running: Running, hands: Hands): Promise<number> };

/** Somebody in a team, as the options say. */
export type Place = { person: SignedIn; workspace: string; team: string; teamName: string };

/**
 * Asks an operation for somebody, as every door does.
 * @throws Refusal whose sentence the terminal shows
 */
export async function askAs<T>(
  running: Running,
  person: SignedIn | null,
  operation: string,
  input: unknown,
  onProgress?: (done: number, total: number) => void,
): Promise<T> {
  return (await run(running.engine, operation, input, { ...callerWithoutRequest(person), onProgress })) as T;
}

/**
 * Who, which workspace and which team is meant: by `--as`, `--workspace` and `--team`, or the only one there is.
 * @throws PlainError that says what to add
 */
export async function placeFor(running: Running, values: Hands["values"]): Promise<Place> {
  const person = await running.signIn.personFor(values.as as string | undefined);
  if (!person) {
    throw new PlainError(
      values.as
        ? `Nobody has signed up as ${values.as}.`
        : "Nobody has signed up here yet: run npm start, sign up in the browser, and come back.",
    );
  }
  type Mine = { workspaces: { id: string; slug: string; name: string }[] };
  const { workspaces } = await askAs<Mine>(running, person, "people.me", {});
  const workspace = only(
    workspaces.map(({ id, slug }) => ({ id, name: slug })),
    values.workspace,
    "workspace",
  );
  type View = { teams: { id: string; name: string; myRole: string | null; closed: boolean }[] };
  const { teams } = await askAs<View>(running, person, "people.workspace", { workspace: workspace.id });
  const open = teams.filter((team) => !team.closed);
  const led = open.filter((team) => team.myRole === "lead");
  const team = only(values.team ? open : led, values.team, "team");
  return { person, workspace: workspace.id, team: team.id, teamName: team.name };
}

function only(
  list: readonly { id: string; name: string }[],
  wanted: string | boolean | undefined,
  option: string,
): { id: string; name: string } {
  const fits = wanted ? list.filter(({ name }) => name === wanted) : list;
  if (fits.length === 1) return fits[0]!;
  const names = list.map(({ name }) => name).join(", ");
  if (wanted) {
    throw new PlainError(
      fits.length === 0
        ? `There is no ${option} “${wanted}”. There is: ${names || "none"}.`
        : `There are ${fits.length} of “${wanted}”: rename one first.`,
    );
  }
  if (list.length === 0) throw new PlainError(`There is no ${option} to choose: name one with --${option}.`);
  throw new PlainError(`There are several: say --${option} and one of: ${names}.`);
}
