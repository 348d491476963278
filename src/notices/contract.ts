import { z } from "zod";
import { moment, room } from "../foundation/contract.ts";

const workspace = z.uuid();
const team = z.uuid();
const done = z.object({});

/** A kind of notice, `room.name`. */
export const noticeKind = z.string().regex(/^[a-z]+\.[a-z_]+$/);

/**
 * Notices: what one member is told, here and by mail. Only the one who is told ever reads them: no operation takes a
 * member, and nothing here counts or lists anybody else's.
 */
export const notices = room(
  "notices",
  {
    list: {
      method: "GET",
      path: "/workspaces/{workspace}/notices",
      summary: "What I was told, the latest first",
      who: "member",
      input: z.object({
        workspace,
        /** Only what I have not seen and what still waits for my yes. */
        open: z.union([z.boolean(), z.stringbool()]).default(false),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(100).default(30),
      }),
      output: z.object({
        total: z.number().int(),
        /** Neither seen nor settled: what the bell counts. */
        unseen: z.number().int(),
        notices: z.array(
          z.object({
            id: z.uuid(),
            kind: noticeKind,
            /** A sentence in my language. */
            text: z.string(),
            at: moment,
            team: team.nullable(),
            teamName: z.string().nullable(),
            /** Who did it, as they are called now; null for the clock. */
            actor: z.object({ member: z.uuid(), name: z.string() }).nullable(),
            /** Where it leads, below the workspace's address: `/t/<team>/areas/<area>`. */
            path: z.string(),
            needsYes: z.boolean(),
            seen: z.boolean(),
            /** What it asked for is done. */
            settled: z.boolean(),
          }),
        ),
      }),
      refusals: [],
    },
    see: {
      method: "POST",
      path: "/workspaces/{workspace}/notices/see",
      summary: "I have seen these notices, or all of them",
      who: "member",
      input: z.object({ workspace, notices: z.array(z.uuid()).max(200).optional() }),
      output: done,
      refusals: [],
    },
    choices: {
      method: "GET",
      path: "/workspaces/{workspace}/notices/choices",
      summary: "What I am told of: by kind and team, and by mail",
      who: "member",
      input: z.object({ workspace }),
      output: z.object({
        /** Every kind there is, with its name in my language. */
        kinds: z.array(z.object({ kind: noticeKind, name: z.string() })),
        /** My open teams. */
        teams: z.array(z.object({ id: team, name: z.string() })),
        muted: z.array(z.object({ team, kind: noticeKind })),
        digest: z.boolean(),
        atOnce: z.boolean(),
        /** Whether mail leaves this installation, or is kept here to be read. */
        delivery: z.enum(["smtp", "here"]),
      }),
      refusals: [],
    },
    mute: {
      method: "POST",
      path: "/workspaces/{workspace}/notices/mute",
      summary: "Tell me no more of one kind in one team, or again",
      who: "member",
      input: z.object({ workspace, team, kind: noticeKind, muted: z.boolean() }),
      output: done,
      refusals: ["people.no_such_team", "notices.no_such_kind"],
    },
    chooseMail: {
      method: "POST",
      path: "/workspaces/{workspace}/notices/mail-choice",
      summary: "Whether I get a daily digest, and mail at once when my yes is needed",
      who: "member",
      input: z.object({ workspace, digest: z.boolean(), atOnce: z.boolean() }),
      output: done,
      refusals: [],
    },
    mail: {
      method: "GET",
      path: "/workspaces/{workspace}/notices/mail",
      summary: "Mail to me that this installation wrote, the latest first",
      who: "member",
      input: z.object({ workspace, offset: z.coerce.number().int().min(0).default(0) }),
      output: z.object({
        total: z.number().int(),
        delivery: z.enum(["smtp", "here"]),
        mails: z.array(
          z.object({
            id: z.uuid(),
            at: moment,
            subject: z.string(),
            text: z.string(),
            state: z.enum(["waiting", "sent", "not_sent"]),
          }),
        ),
      }),
      refusals: [],
    },
  },
  { no_such_kind: 404 },
);
