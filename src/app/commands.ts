import { randomBytes } from "node:crypto";
import { PlainError } from "../foundation/plain-error.ts";
import { recordCommands } from "./record-commands.ts";
import type { Command } from "./terminal.ts";

const signUp = (open: boolean): Command["run"] => {
  return async (running, hands) => {
    await running.signIn.setSignUp(open, running.engine.clock.now());
    hands.say(open ? "Sign-up is open." : "Sign-up is closed: only an invitation lets somebody new in.");
    return 0;
  };
};

/** Every command by name. */
export const commands: Readonly<Record<string, Command>> = {
  ...recordCommands,
  "sign-up open": { arguments: "", summary: "let anybody who reaches this installation sign up", run: signUp(true) },
  "sign-up close": { arguments: "", summary: "let only an invitation let somebody new in", run: signUp(false) },
  password: {
    arguments: "EMAIL",
    summary: "give somebody who lost theirs a new password, and end their sessions",
    async run(running, hands) {
      const email = hands.rest[0];
      if (!email) throw new PlainError("Say whose: bellwether password name@example.org");
      const password = randomBytes(9).toString("base64url");
      if (!(await running.signIn.newPassword(email, password))) {
        throw new PlainError(`Nobody has signed up as ${email}.`);
      }
      hands.say(`The new password of ${email} is ${password}. They can change it under “Me”.`);
      return 0;
    },
  },
  seed: {
    arguments: "",
    summary: "make the demo team, where it is not there yet",
    async run(running, hands) {
      const { seedDemo } = await import("./demo.ts");
      const lead = await seedDemo(running, hands.say);
      hands.say(`Sign in as ${lead}, or start with npm start -- --demo.`);
      return 0;
    },
  },
};
