/** What is about to be decided, but for the words: what an address may carry. */
export type Facts = {
  area?: string;
  cost?: number;
  currency?: string;
  /** Left out: not sure. */
  reversible?: boolean;
  namesGoal?: true;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads an address; what cannot be meant is left out, so that an old or mistyped link still opens.
 * @param raw the search part, parsed
 */
export function factsIn(raw: Readonly<Record<string, unknown>>): Facts {
  const cost = typeof raw.cost === "string" && raw.cost.trim() ? Number(raw.cost) : raw.cost;
  const whole = typeof cost === "number" && cost >= 0 && cost <= 999_999_999_999;
  const currency = typeof raw.currency === "string" && /^[A-Z]{3}$/.test(raw.currency) ? raw.currency : undefined;
  const reversible = truth(raw.reversible);
  return {
    ...(typeof raw.area === "string" && uuid.test(raw.area) ? { area: raw.area } : {}),
    ...(whole ? { cost } : {}),
    ...(currency ? { currency } : {}),
    ...(reversible === undefined ? {} : { reversible }),
    ...(truth(raw.goal) ? { namesGoal: true } : {}),
  };
}

/** Facts as an address carries them. */
export function factsOut({ namesGoal, ...facts }: Facts): Record<string, string | number | boolean> {
  return { ...facts, ...(namesGoal ? { goal: true } : {}) };
}

function truth(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}
