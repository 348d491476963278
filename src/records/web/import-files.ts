import type { SentFile } from "./records-client.ts";

/** For all files of one import together, as bytes on disk; the server says the same. */
export const mostBytes = 25 * 1_048_576;

/** A file's bytes as they travel: base64, so that its encoding can be found out. */
export async function sentFile(file: File): Promise<SentFile> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  // an empty file has no comma in some browsers
  return { name: file.name, base64: address.slice(address.indexOf(",") + 1 || address.length) };
}

/** Hands text to the browser to save as a file. */
export function saveText(fileName: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What a mapping's file is called after the file it reads. */
export function mappingFileName(fileName: string): string {
  return `${fileName.replace(/\.[a-z0-9]{1,5}$/i, "") || "record"}.mapping.json`;
}
