import { describe, expect, it } from "vitest";
import { Refusal } from "../foundation/refusal.ts";
import { decodeText, maxRows, readTable, type SourceFile } from "./table.ts";

const file = (content: string | Uint8Array, name = "record.csv"): SourceFile => ({
  name,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

function refusalOf(work: () => unknown): { code: string; params: Record<string, unknown> } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error("nothing was refused");
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  return bigEndian ? little.swap16() : little;
}

describe("the text of a file", () => {
  it.each([
    ["UTF-8", file("a,b\nñ,2")],
    ["UTF-8 with its mark", file(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("a,b\nñ,2")]))],
    ["UTF-16, little end first", file(utf16("a,b\nñ,2", false))],
    ["UTF-16, big end first", file(utf16("a,b\nñ,2", true))],
  ])("reads %s", (_, given) => {
    expect(readTable(given).columns).toEqual(["a", "b"]);
    expect(readTable(given).rows[0]!.cells).toEqual(["ñ", "2"]);
  });
  it("reads another encoding when it is named, and does not guess it", () => {
    const latin = file(Uint8Array.from([0x61, 0x0a, 0x62, 0x0a, 0xf1, 0x0a]));
    expect(refusalOf(() => decodeText(latin))).toEqual({
      code: "records.not_utf8",
      params: { file: "record.csv", line: 3 },
    });
    expect(decodeText(latin, "windows-1252")).toBe("a\nb\nñ\n");
  });
  it("knows a spreadsheet and other binary files", () => {
    expect(refusalOf(() => decodeText(file(Uint8Array.from([0x50, 0x4b, 3, 4, 0])))).code).toBe(
      "records.spreadsheet_file",
    );
    expect(refusalOf(() => decodeText(file(Uint8Array.from([0x61, 0, 0x62, 0])))).code).toBe("records.not_text");
    expect(refusalOf(() => decodeText(file(Uint8Array.from([0x61, 0, 0xff, 0])))).code).toBe("records.not_text");
  });
});

describe("CSV", () => {
  it.each([
    ["commas", "id,title\n1,One", ["id", "title"]],
    ["semicolons", "id;title\n1;One, or so", ["id", "title"]],
    ["tabs", "id\ttitle\n1\tOne; or so", ["id", "title"]],
    ["bars", "id|title\n1|One", ["id", "title"]],
    ["a first line that names the sign", "sep=;\nid;title, long\n1;One", ["id", "title, long"]],
    ["signs within quoted headers", '"id; or key, as it were",title\n1,One', ["id; or key, as it were", "title"]],
    ["a header without a name", "id,,title\n1,x,One", ["id", "#2", "title"]],
  ])("finds %s", (_, text, columns) => {
    expect(readTable(file(text)).columns).toEqual(columns);
  });
  it("tells the line on which a row begins, blank lines and lines within cells counted", () => {
    const table = readTable(file('id,title\r\n1,"a\r\nb"\r\n\r\n2,c\r\n3,"d"\r\n'));
    expect(table.rows.map((row) => row.line)).toEqual([2, 5, 6]);
    expect(table.rows[0]!.cells).toEqual(["1", "a\r\nb"]);
    expect(readTable(file("sep=,\nid,title\n1,a\n")).rows[0]!.line).toBe(3);
  });
  it("refuses rows of the wrong length by themselves, and forgives blank cells at the end", () => {
    const { rows } = readTable(file("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n"));
    expect(rows.map((row) => row.broken)).toEqual([
      { code: "ragged", params: { got: 2, wanted: 3 } },
      { code: "ragged", params: { got: 4, wanted: 3 } },
      null,
      null,
    ]);
    expect(rows[1]!.cells).toEqual(["1", "2", "3", "4"]);
    expect(rows[2]!.cells).toEqual(["1", "2", "3"]);
  });
  it("takes back the apostrophe that keeps spreadsheets from running a cell", () => {
    expect(readTable(file("a,b\n'=1+1,'tis\n")).rows[0]!.cells).toEqual(["=1+1", "'tis"]);
  });
  it.each([
    ["nothing", "", "records.empty_file"],
    ["only white space", " \n\t\n", "records.empty_file"],
    ["only a header", "id,title\n", "records.only_header"],
    ["a header and blank lines", "id,title\n,\n\n", "records.only_header"],
    ["the same header twice", "id,title, id\n1,2,3", "records.same_header_twice"],
    ["a quote that never ends", 'id,title\n1,"One\n2,Two\n', "records.csv_broken"],
    ["a quote that ends in the middle", 'id,title\n1,"One" more\n', "records.csv_broken"],
  ])("refuses a file with %s", (_, text, code) => {
    expect(refusalOf(() => readTable(file(text))).code).toBe(code);
  });
  it("names the line of a broken quote", () => {
    expect(refusalOf(() => readTable(file('sep=,\nid,title\n1,"a" b\n')))).toMatchObject({ params: { line: 3 } });
  });
  it("has a limit of rows", () => {
    expect(refusalOf(() => readTable(file(`a\n${"1\n".repeat(maxRows + 1)}`)))).toMatchObject({
      code: "records.too_many_rows",
      params: { most: maxRows },
    });
  });
  it("refuses a row with a character that cannot be kept", () => {
    const long = `id,title\n${"1,x\n".repeat(2000)}2,a\0b\n`;
    expect(readTable(file(long)).rows.at(-1)!.broken).toEqual({ code: "unreadable", column: "title" });
  });
});

describe("JSON", () => {
  it("takes a list, or the one list in an object", () => {
    const list = [
      { id: 1, title: "One" },
      { id: 2, note: ["a", "b"] },
    ];
    for (const value of [list, { source: "x", rows: list }]) {
      const table = readTable(file(JSON.stringify(value), "record.json"));
      expect(table).toMatchObject({ format: "json", columns: ["id", "title", "note"] });
      expect(table.rows.map((row) => row.cells)).toEqual([
        [1, "One", null],
        [2, null, ["a", "b"]],
      ]);
    }
  });
  it("knows JSON by its first sign, but not in a file that says it is CSV", () => {
    expect(readTable(file(' [{"a":1}]', "record")).format).toBe("json");
    expect(readTable(file("[a],b\n1,2", "record.csv")).format).toBe("csv");
  });
  it.each([
    ["broken", '[{"a":1},\n{"a":}]', "records.json_broken"],
    ["cut off", '[{"a":1},', "records.json_broken"],
    ["without rows", '{"a":1}', "records.json_no_rows"],
    ["with two lists", '{"a":[{"x":1}],"b":[{"x":1}]}', "records.json_which_rows"],
    ["an empty list", "[]", "records.only_header"],
  ])("refuses JSON that is %s", (_, text, code) => {
    expect(refusalOf(() => readTable(file(text, "r.json"))).code).toBe(code);
  });
  it("takes the list that is named", () => {
    const both = file('{"a":[{"x":1}],"b":[{"y":1}]}', "r.json");
    expect(readTable(both, { rowsUnder: "b" }).columns).toEqual(["y"]);
  });
  it("names the line that is broken", () => {
    expect(refusalOf(() => readTable(file('[\n{"a":1},\n{"a":}]', "r.json"))).params.line).toBe(3);
  });
  it("refuses entries that are no objects, half characters and endless nesting by themselves", () => {
    const deep = `${"[".repeat(60)}${"]".repeat(60)}`;
    const { rows } = readTable(file(`[5,{"a":"\\ud800"},{"a":${deep}},{"__proto__":"x","a":"fine"}]`, "r.json"));
    expect(rows.map((row) => row.broken?.code)).toEqual(["not_an_object", "unreadable", "unreadable", undefined]);
  });
});
