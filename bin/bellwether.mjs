#!/usr/bin/env node
import { tooOld } from "./node-version.mjs";

const sentence = tooOld(process.versions.node);
if (sentence) {
  console.error(sentence);
  process.exit(1);
}
import("./ensure.mjs").then((ensure) => ensure.runBuilt("cli.js"));
