import { afterAll, describe, expect, it } from "vitest";
import { mailServer } from "../../test/mail-server.ts";
import { type Letter, openMailer, writeLetter } from "./mail.ts";

const letter: Letter = {
  locale: "en",
  place: "Harbour",
  heading: "Two things are new",
  parts: [
    {
      title: "<b>Ward & 7</b>",
      items: [
        { text: `Grace's "cranes" <script>`, url: "https://bellwether.test/w/harbour/t/1?a=1&b=2", note: "A yes" },
        { text: "Another", url: "https://bellwether.test/w/harbour/t/2" },
      ],
    },
  ],
  button: { text: "Read it", url: "https://bellwether.test/w/harbour/notices" },
  foot: { text: "Once a day.", link: { text: "Choose", url: "https://bellwether.test/w/harbour/notices" } },
};

describe("a letter", () => {
  it("says the same as text and as a page", () => {
    const { text, html } = writeLetter(letter);
    for (const part of ["Harbour", "Two things are new", "A yes", "Another", "Read it", "Once a day.", "Choose"]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text).toContain("https://bellwether.test/w/harbour/t/1?a=1&b=2");
    expect(html).toContain('href="https://bellwether.test/w/harbour/t/1?a=1&amp;b=2"');
  });

  it("lets no name become markup", () => {
    const { html } = writeLetter(letter);
    expect(html).not.toMatch(/<b>|<script/);
    expect(html).toContain("&lt;b&gt;Ward &amp; 7&lt;/b&gt;");
    expect(html).toContain("Grace&#39;s &quot;cranes&quot;");
  });

  it("fetches nothing, and is written from the right in Arabic", () => {
    const { html } = writeLetter({ ...letter, locale: "ar" });
    expect(html).not.toMatch(/<img|<link|url\(|src=/);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("text-align:right");
  });
});

describe("the way to a mail server", async () => {
  const server = await mailServer();
  const mailer = openMailer(
    { smtp: server.address, from: "Bellwether <bell@harbour.example>" },
    async () => "grace@example.org",
  );
  afterAll(async () => {
    mailer.close();
    await server.stop();
  });
  const mail = { id: "0199", to: "grace@example.org", subject: "Your yes is needed", ...writeLetter(letter) };

  it("hands over text and page, under an id that stays the same", async () => {
    await mailer.send(mail);
    const [{ to, raw }] = server.taken as [(typeof server.taken)[number]];
    expect(to).toEqual(["grace@example.org"]);
    expect(raw).toMatch(/^Message-ID: <0199@harbour\.example>$/im);
    expect(raw).toMatch(/^From: Bellwether <bell@harbour\.example>$/im);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(raw).toMatch(/text\/plain/);
    expect(raw).toMatch(/text\/html/);
  });

  it("adds no header and no recipient that a subject or an address brings along", async () => {
    server.taken.length = 0;
    await mailer.send({ ...mail, subject: "Ward\r\nBcc: eve@example.org" });
    expect(server.taken.map(({ to }) => to)).toEqual([["grace@example.org"]]);
    expect(server.taken[0]!.raw).not.toMatch(/^Bcc:/im);
  });

  it("throws where the server does not take it", async () => {
    server.refuse("451 come back later");
    await expect(mailer.send(mail)).rejects.toMatchObject({ responseCode: 451 });
    const nobody = openMailer({ smtp: "smtp://127.0.0.1:1", from: "x@y.example" }, async () => null);
    await expect(nobody.send(mail)).rejects.toMatchObject({ code: "ESOCKET" });
  });
});
