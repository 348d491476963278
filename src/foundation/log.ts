import { destination, pino } from "pino";

/** The app's log: JSON lines on standard error, so that standard output stays for people. */
export const log = pino(
  {
    level: process.env.BELLWETHER_LOG ?? "info",
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.password", "*.token", "*.secret", "headers.cookie", "headers.authorization"], censor: "…" },
  },
  destination({ dest: 2, sync: true }),
);
