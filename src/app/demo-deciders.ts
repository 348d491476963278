import { before, type DemoStage, dayAfter } from "./demo-direction.ts";

const hourMs = 3_600_000;

type Words = { title: string; context: string; proposal: string; area: string; [more: string]: unknown };
type Voices = readonly (readonly [who: string, stance: string, reason?: string])[];

/** The made-up team deciding: each of its people does what a button on a page would do. */
export class Deciders {
  readonly #stage: DemoStage;
  readonly #team: string;
  readonly #areas: ReadonlyMap<string, string>;

  private constructor(stage: DemoStage, team: string, areas: ReadonlyMap<string, string>) {
    this.#stage = stage;
    this.#team = team;
    this.#areas = areas;
  }

  /** Those of one team; its lead can read the board. */
  static async of(stage: DemoStage, team: string, lead: string): Promise<Deciders> {
    const { workspace } = stage;
    const { areas } = await stage.doAs<{ areas: { id: string; name: string }[] }>(lead, "areas.board", {
      workspace,
      team,
    });
    return new Deciders(stage, team, new Map(areas.map(({ id, name }) => [name, id])));
  }

  /** Some hours later the same day. */
  later(hours: number): void {
    this.#stage.clock.pass(hours * hourMs);
  }
  on(days: number): void {
    before(this.#stage, days);
  }
  day(days: number): string {
    return dayAfter(this.#stage.today, days);
  }
  member(name: string): string {
    return this.#stage.members.get(name)!;
  }

  async ask<T = unknown>(who: string, operation: string, input: object): Promise<T> {
    return this.#stage.doAs<T>(who, `decisions.${operation}`, { workspace: this.#stage.workspace, ...input });
  }
  async about<T = unknown>(who: string, operation: string, decision: string, input: object = {}): Promise<T> {
    return this.ask<T>(who, operation, { decision, ...input });
  }
  /** What two people could overwrite is handed back with the number it was read with. */
  async changed<T>(who: string, operation: string, decision: string, input: object): Promise<T> {
    const { n } = await this.about<{ n: number }>(who, "deciding", decision);
    return this.about<T>(who, operation, decision, { n, ...input });
  }

  async propose(who: string, { area, affected = [], ...words }: Words & { affected?: string[] }): Promise<string> {
    const { decision } = await this.ask<{ decision: string }>(who, "propose", {
      team: this.#team,
      area: this.#areas.get(area),
      affected: affected.map((name) => this.member(name)),
      reversible: true,
      ...words,
    });
    return decision;
  }
  async note(who: string, area: string, how: "alone" | "together", words: string): Promise<void> {
    await this.ask(who, "note", { team: this.#team, area: this.#areas.get(area), how, words });
  }
  /** A round, and the voices in it, one an hour. */
  async round(who: string, decision: string, held: { days: number; [more: string]: unknown }, voices: Voices) {
    const { days, ...rest } = held;
    const dueAt = new Date(this.#stage.clock.now().getTime() + days * 24 * hourMs).toISOString();
    const { round } = await this.changed<{ round: string }>(who, "beginRound", decision, { dueAt, ...rest });
    await this.voices(round, voices);
    return round;
  }
  async voices(round: string, voices: Voices): Promise<void> {
    for (const [who, stance, reason = ""] of voices) {
      this.later(1);
      await this.ask(who, "voice", { round, stance, reason });
    }
  }
}
