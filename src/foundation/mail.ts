import type Mail from "nodemailer/lib/mailer";
import { directionOf } from "./words.ts";

/** One mail on its way to one address. */
export type OutgoingMail = { id: string; to: string; subject: string; text: string; html: string };

/** The way to a mail server. */
export type Mailer = {
  /** The address of somebody who signs in; null where they no longer do. */
  addressOf(user: string): Promise<string | null>;
  /** Hands a mail to the server; throws where it was not taken. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
};

const patienceMs = 15_000;

/**
 * The way to a mail server; what it takes to talk to one is loaded with the first mail.
 * @param settings the server as `smtp://name:password@host:587`, and whom mail comes from
 * @param addressOf where somebody who signs in gets mail
 */
export function openMailer(settings: { smtp: string; from: string }, addressOf: Mailer["addressOf"]): Mailer {
  // a mail that is handed over twice is known by its id to whoever receives it
  const host = /@([\w.-]+)/.exec(settings.from)?.[1] ?? "localhost";
  let transport: Promise<Mail> | undefined;
  const open = async () => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url: settings.smtp,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  return {
    addressOf,
    async send({ id, to, subject, text, html }) {
      transport ??= open();
      await (await transport).sendMail({
        from: settings.from,
        // as an address and nothing else: no list of several can be made of it
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close() {
      void transport?.then((opened) => opened.close()).catch(() => {});
    },
  };
}

/** What a mail says, before it is text and page. */
export type Letter = {
  locale: string;
  /** Where it comes from, over the heading. */
  place: string;
  heading: string;
  /** A sentence under the heading. */
  lead?: string;
  parts: readonly {
    title?: string;
    items: readonly { text: string; url: string; note?: string }[];
  }[];
  /** The one thing to press. */
  button: Link;
  /** Why it came, and where to have it otherwise. */
  foot: { text: string; link: Link };
};
type Link = { text: string; url: string };

/**
 * Writes a mail as text and as a page, both from the same words. The page is plain: no pictures, nothing fetched.
 * @param letter what it says; everything in it is escaped
 */
export function writeLetter(letter: Letter): { text: string; html: string } {
  return { text: asText(letter), html: asPage(letter) };
}

function asText({ place, heading, lead, parts, button, foot }: Letter): string {
  const blocks = parts.map(({ title, items }) =>
    [
      ...(title ? [title] : []),
      ...items.map(({ text, url, note }) => `• ${text}${note ? ` (${note})` : ""}\n  ${url}`),
    ].join("\n"),
  );
  const end = `-- \n${foot.text}\n${foot.link.text}: ${foot.link.url}`;
  return `${[place, heading, ...(lead ? [lead] : []), ...blocks, `${button.text}: ${button.url}`, end].join("\n\n")}\n`;
}

// the app's colours by day; mail programs that make pages dark turn these around by themselves
const colour = {
  paper: "#faf7f0",
  surface: "#fffdf9",
  line: "#e6dfd0",
  ink: "#1d2822",
  ink2: "#55625a",
  pasture: "#2c6a4d",
  brass: "#83590f",
  brassSoft: "#f8edd2",
} as const;
const serif = "Fraunces, Georgia, 'Times New Roman', serif";
const sans = "Inter, -apple-system, 'Segoe UI', Roboto, 'Noto Sans Arabic', Arial, sans-serif";

function asPage({ locale, place, heading, lead, parts, button, foot }: Letter): string {
  const dir = directionOf(locale);
  const start = dir === "rtl" ? "right" : "left";
  const item = ({ text, url, note }: Letter["parts"][number]["items"][number]) =>
    `<tr><td style="padding:10px 0;border-top:1px solid ${colour.line}"><a href="${escaped(url)}" style="color:${colour.ink};text-decoration:underline;text-decoration-color:${colour.line}">${escaped(text)}</a>${
      note
        ? `<br><span style="display:inline-block;margin-top:6px;padding:1px 10px;border-radius:10px;background:${colour.brassSoft};color:${colour.brass};font-size:12px;font-weight:600">${escaped(note)}</span>`
        : ""
    }</td></tr>`;
  const part = ({ title, items }: Letter["parts"][number]) =>
    `${title ? `<h2 style="margin:22px 0 6px;font:600 16px/1.3 ${serif};color:${colour.ink}">${escaped(title)}</h2>` : ""}<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse;text-align:${start}">${items.map(item).join("")}</table>`;
  return `<!doctype html>
<html lang="${escaped(locale)}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(heading)}</title></head>
<body style="margin:0;padding:0;background:${colour.paper}">
<table role="presentation" dir="${dir}" width="100%" cellspacing="0" cellpadding="0" style="background:${colour.paper}"><tr><td align="center" style="padding:28px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:560px;background:${colour.surface};border:1px solid ${colour.line};border-radius:13px"><tr><td style="padding:26px 28px;font:15px/1.5 ${sans};color:${colour.ink};text-align:${start}">
<p style="margin:0 0 6px;font-size:13px;color:${colour.ink2}">${escaped(place)}</p>
<h1 style="margin:0;font:600 23px/1.25 ${serif};color:${colour.ink}">${escaped(heading)}</h1>
${lead ? `<p style="margin:10px 0 0;color:${colour.ink2}">${escaped(lead)}</p>` : ""}
<div style="margin-top:18px">${parts.map(part).join("")}</div>
<p style="margin:24px 0 0"><a href="${escaped(button.url)}" style="display:inline-block;padding:10px 18px;border-radius:10px;background:${colour.pasture};color:#ffffff;font-weight:600;text-decoration:none">${escaped(button.text)}</a></p>
</td></tr></table>
<p style="max-width:560px;margin:16px auto 0;padding:0 16px;font:13px/1.5 ${sans};color:${colour.ink2};text-align:${start}">${escaped(foot.text)} <a href="${escaped(foot.link.url)}" style="color:${colour.pasture}">${escaped(foot.link.text)}</a></p>
</td></tr></table>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign]!);
}
