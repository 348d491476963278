import { writeFile } from "node:fs/promises";
import path from "node:path";
import { generate } from "./generate.ts";
import { openScratch } from "./scratch-database.ts";

const scratch = await openScratch();
try {
  for (const [file, text] of Object.entries(await generate(scratch.connection))) {
    await writeFile(path.resolve(import.meta.dirname, "..", file), text);
    console.log(`${file}: ${text.split("\n").length - 1} lines`);
  }
} finally {
  await scratch.stop();
}
