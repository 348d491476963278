import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { generate } from "../scripts/generate.ts";

it("db/schema.sql and the table types are what the migrations make (else: npm run gen)", async () => {
  for (const [file, text] of Object.entries(await generate(inject("server")))) {
    expect(readFileSync(path.resolve(import.meta.dirname, "..", file), "utf8"), file).toBe(text);
  }
});
