import { Refused } from "../../foundation/client.ts";
import { spokenLocale } from "../../foundation/words-browser.ts";
import { browserTimeZone } from "./arrive.ts";
import { type InputFor, peopleClient } from "./session.ts";

/** What somebody is given where they join or begin: this browser's time zone and the language spoken in it. */
export function zoneAndLanguage(): Pick<InputFor<"makeWorkspace">, "timeZone" | "locale"> {
  return { timeZone: browserTimeZone(), locale: spokenLocale() as "en" | "ar" };
}

/**
 * Makes a workspace with its first team.
 * @throws Refused; what is wrong with the workspace's name stands under `workspaceName`, as the form calls it
 */
export async function makeWorkspaceNamed({ workspaceName, teamName }: { workspaceName: string; teamName: string }) {
  try {
    return await peopleClient.ask("makeWorkspace", { name: workspaceName, teamName, ...zoneAndLanguage() });
  } catch (error) {
    if (!(error instanceof Refused) || !error.fields.name) throw error;
    const { name, ...others } = error.fields;
    throw new Refused(error.code, error.message, error.status, { ...others, workspaceName: name });
  }
}
