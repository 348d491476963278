import { z } from "zod";
import { commonRefusals } from "../foundation/refusal.ts";
import type { House } from "../foundation/run.ts";

type Json = Record<string, unknown>;

/**
 * The house's operations as an OpenAPI 3.1 document, made from the same contracts that the server checks by.
 * @param house the rooms
 */
export function openApi(house: House): Json {
  const paths: Record<string, Json> = {};
  for (const { contract } of house.rooms) {
    for (const [key, operation] of Object.entries(contract.operations)) {
      const shape = schemaOf(operation.input, "input");
      const properties = shape.properties as Json;
      const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
      const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
      const required = (shape.required as string[] | undefined) ?? [];
      const parameters = [
        ...inPath.map((name) => ({ name, in: "path", required: true, schema: properties[name] })),
        ...(operation.method === "GET"
          ? rest.map((name) => ({ name, in: "query", required: required.includes(name), schema: properties[name] }))
          : []),
      ];
      const body = {
        type: "object",
        properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
        required: required.filter((name) => rest.includes(name)),
      };
      paths[`/api${operation.path}`] = {
        ...paths[`/api${operation.path}`],
        [operation.method.toLowerCase()]: {
          operationId: `${contract.name}.${key}`,
          tags: [contract.name],
          summary: operation.summary,
          parameters,
          ...(operation.method === "POST"
            ? { requestBody: { required: true, content: { "application/json": { schema: body } } } }
            : {}),
          responses: responsesOf(house, contract.name, operation),
        },
      };
    }
  }
  return { openapi: "3.1.0", info: { title: "Bellwether", version: "1" }, paths };
}

function responsesOf(
  house: House,
  room: string,
  operation: House["rooms"][number]["contract"]["operations"][string],
): Json {
  const refusals = new Map<number, string[]>();
  const add = (code: string, status: number) => refusals.set(status, [...(refusals.get(status) ?? []), code]);
  add("invalid", commonRefusals.invalid);
  if (operation.who !== "anyone") add("not_signed_in", commonRefusals.not_signed_in);
  if (operation.who === "member") add("not_found", commonRefusals.not_found);
  for (const code of operation.refusals) {
    const [from, name] = code.split(".", 2);
    const status = house.rooms.find(({ contract }) => contract.name === from)?.contract.refusals[name!];
    if (!status) throw new Error(`${room} lists the refusal ${code}, which no room declares`);
    add(code, status);
  }
  const ok = operation.download
    ? { description: "a file" }
    : { description: "done", content: { "application/json": { schema: schemaOf(operation.output, "output") } } };
  const refused = [...refusals].map(([status, codes]) => [
    String(status),
    { description: codes.join(", "), content: { "application/json": { schema: refusalSchema(codes) } } },
  ]);
  return { "200": ok, ...Object.fromEntries(refused) };
}

function refusalSchema(codes: readonly string[]): Json {
  const error = {
    type: "object",
    required: ["code", "message"],
    properties: {
      code: { enum: codes },
      message: { type: "string" },
      fields: { type: "object", additionalProperties: { type: "string" } },
    },
  };
  return { type: "object", required: ["error"], properties: { error } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  return z.toJSONSchema(schema, {
    io: io === "input" ? "input" : "output",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  }) as Json;
}
