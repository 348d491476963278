import type { Command } from "./commands.ts";
export const recordCommands: Record<string, Command> = {};
