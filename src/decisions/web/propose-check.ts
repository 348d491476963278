import { amountTyped } from "../../areas/web/may-i-currency.ts";
import { Refused } from "../../foundation/client.ts";
import { insistOnFilled } from "../../people/web/form-submit.ts";
import { say } from "./deciding-words.ts";
import { optionsTyped, type ProposalTyped } from "./propose-draft.ts";

const mostOptions = 12;
const longestOption = 400;

/**
 * Looks a proposal over before anything is asked of the server.
 * @throws Refused that names the field to put right
 */
export function insistOnProposal(typed: ProposalTyped): void {
  const { title, experiment, stopRule, endsOn } = typed;
  insistOnFilled({ title, ...(experiment ? { stopRule, endsOn } : {}) });
  if (amountTyped(typed.cost) === undefined) throw wrongField("cost", say("web.propose.no_amount"));
  insistOnOptions(typed.options);
}

/**
 * Looks options over that were typed one on each line.
 * @throws Refused that names their field
 */
export function insistOnOptions(typed: string): void {
  const options = optionsTyped(typed);
  if (options.some(({ length }) => length > longestOption)) {
    throw wrongField("options", say("web.propose.option_too_long", { most: longestOption }));
  }
  if (options.length > mostOptions) {
    throw wrongField("options", say("web.propose.too_many_options", { most: mostOptions }));
  }
}

const wrongField = (name: string, sentence: string) => new Refused("invalid", sentence, 400, { [name]: sentence });
