import { useRef } from "react";
import { Refused } from "../../foundation/client.ts";
import { type InputFor, peopleClient } from "./session.ts";

/**
 * Signs up so that a second try after a lost answer does not fail: whoever is there already by then is signed in.
 * @returns a function that signs up; once it has, calling it again does nothing
 */
export function useSignUpOnce(): (input: InputFor<"signUp">) => Promise<void> {
  const done = useRef(false);
  const lost = useRef(false);
  return async (input) => {
    if (done.current) return;
    try {
      await peopleClient.ask("signUp", input);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const mineAlready = lost.current && error.code === "people.email_taken";
      lost.current ||= error.code === "offline";
      if (!mineAlready) throw error;
      await peopleClient.ask("signIn", { email: input.email, password: input.password }).catch(() => {
        throw error;
      });
    }
    done.current = true;
  };
}
