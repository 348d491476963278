import { toast } from "../../ui/toast.ts";

/**
 * Says how something went, also where the page that it began on is gone by then.
 * @param work what is on its way; a refusal's sentence is said
 * @param done what to say when it is done
 * @param undo the way back, if there is one
 */
export function tellOutcome(
  work: Promise<unknown>,
  done: string,
  undo?: { label: string; onPress: () => void },
): Promise<void> {
  return work.then(
    () => toast.success(done, undo),
    (error: Error) => toast.error(error.message),
  );
}
