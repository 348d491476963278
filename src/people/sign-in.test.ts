import type { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { freshHouse, type TestHouse } from "../../test/open-house.ts";
import { makeApp } from "../app/server.ts";

let house: TestHouse;
let app: Hono;
beforeAll(async () => {
  house = await freshHouse();
  app = makeApp(house, { trustProxy: false }, "no-such-folder");
  return () => house.stop();
});

/** A browser with a jar of cookies. */
function browser() {
  let cookie = "";
  return {
    async send(method: "GET" | "POST", path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await app.request(`http://localhost/api${path}`, {
        method,
        headers: {
          host: "localhost",
          "user-agent": "Test",
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const set = response.headers.getSetCookie();
      if (set.length > 0) cookie = set.map((one) => one.split(";")[0]).join("; ");
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined, set };
    },
    stolen: () => cookie,
    steal: (other: string) => {
      cookie = other;
    },
  };
}

let count = 0;
async function signedUp() {
  const email = `person${count++}@example.org`;
  const here = browser();
  const { status } = await here.send("POST", "/sign-up", { name: "Nomsa", email, password: "as long as that" });
  expect(status).toBe(200);
  return { here, email };
}

describe("signing in", () => {
  it("a new installation says so, until the first person", async () => {
    expect((await browser().send("GET", "/installation")).body).toMatchObject({
      fresh: true,
      signUpOpen: true,
      me: null,
    });
    const { here } = await signedUp();
    expect((await here.send("GET", "/installation")).body).toMatchObject({ fresh: false, me: { name: "Nomsa" } });
    expect((await here.send("GET", "/me")).body.keepsInstallation).toBe(true);
  });

  it("a wrong password and an unknown email are told the same sentence", async () => {
    const { email } = await signedUp();
    const wrong = await browser().send("POST", "/sign-in", { email, password: "not this one" });
    const unknown = await browser().send("POST", "/sign-in", { email: "nobody@example.org", password: "not this one" });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
  });

  it("the cookie is out of scripts' reach and stays on this site", async () => {
    const { email } = await signedUp();
    const { set } = await browser().send("POST", "/sign-in", { email, password: "as long as that" });
    expect(set[0]).toMatch(/HttpOnly/);
    expect(set[0]).toMatch(/SameSite=Lax/);
  });

  it("a session that was ended elsewhere stops at the next request", async () => {
    const { here, email } = await signedUp();
    const there = browser();
    await there.send("POST", "/sign-in", { email, password: "as long as that" });
    expect((await there.send("GET", "/me")).status).toBe(200);
    const { sessions } = (await here.send("GET", "/me/sessions")).body;
    expect(sessions.map((row: { here: boolean }) => row.here)).toEqual([true, false]);
    await here.send("POST", `/me/sessions/${sessions[1].id}/end`, {});
    expect((await there.send("GET", "/me")).status).toBe(401);
    expect((await here.send("GET", "/me")).status).toBe(200);
  });

  it("nobody ends another's session by its id", async () => {
    const [one, two] = [await signedUp(), await signedUp()];
    const { sessions } = (await one.here.send("GET", "/me/sessions")).body;
    expect((await two.here.send("POST", `/me/sessions/${sessions[0].id}/end`, {})).status).toBe(404);
    expect((await one.here.send("GET", "/me")).status).toBe(200);
  });

  it("signing out makes a copied cookie useless", async () => {
    const { here } = await signedUp();
    const copy = here.stolen();
    await here.send("POST", "/sign-out", {});
    const thief = browser();
    thief.steal(copy);
    expect((await thief.send("GET", "/me")).status).toBe(401);
  });

  it("a new password ends every other session and keeps this one", async () => {
    const { here, email } = await signedUp();
    const there = browser();
    await there.send("POST", "/sign-in", { email, password: "as long as that" });
    const wrong = await here.send("POST", "/me/password", { current: "wrong", next: "another long one" });
    expect(wrong.body.error.code).toBe("people.wrong_password");
    expect(
      (await here.send("POST", "/me/password", { current: "as long as that", next: "another long one" })).status,
    ).toBe(200);
    expect((await there.send("GET", "/me")).status).toBe(401);
    expect((await here.send("GET", "/me")).status).toBe(200);
  });

  it("no answer ever holds a session's token", async () => {
    const { here } = await signedUp();
    const token = decodeURIComponent(here.stolen().split("=")[1]!).split(".")[0]!;
    for (const path of ["/me", "/me/sessions", "/installation"]) {
      expect(JSON.stringify((await here.send("GET", path)).body)).not.toContain(token);
    }
  });

  it("erasing oneself takes the password, blanks the name and ends the session", async () => {
    const { here, email } = await signedUp();
    const made = { name: "H", teamName: "P", timeZone: "UTC", locale: "en" };
    const { workspace, team } = (await here.send("POST", "/workspaces", made)).body;
    const draft = {
      why: "A draft of mine.",
      done: "",
      keep: "",
      until: null,
      review: null,
      serves: null,
      whatChanged: "",
    };
    const inTeam = `/workspaces/${workspace}/teams/${team}`;
    expect((await here.send("POST", `${inTeam}/intent/draft`, draft)).status).toBe(200);
    expect(JSON.stringify((await here.send("GET", `/workspaces/${workspace}/me/data`)).body)).toContain(draft.why);
    expect((await here.send("POST", "/me/erase", { password: "wrong" })).body.error.code).toBe("people.wrong_password");
    expect((await here.send("POST", "/me/erase", { password: "as long as that" })).status).toBe(200);
    expect((await here.send("GET", "/me")).status).toBe(401);
    const { rows } = await house.owner.query("select name, user_id from member where workspace_id = $1", [workspace]);
    expect(rows).toEqual([{ name: "Somebody who left", user_id: null }]);
    const drafts = await house.owner.query("select from intent_draft where workspace_id = $1", [workspace]);
    expect(drafts.rowCount).toBe(0);
    const { rowCount } = await house.owner.query(`select from auth."user" where email = $1`, [email]);
    expect(rowCount).toBe(0);
  });

  it("somebody who lost their password gets a new one from whoever runs the machine", async () => {
    const { here, email } = await signedUp();
    expect(await house.signIn.newPassword(email, "made by the operator")).toBe(true);
    expect((await here.send("GET", "/me")).status).toBe(401);
    expect((await here.send("POST", "/sign-in", { email, password: "made by the operator" })).status).toBe(200);
    expect(await house.signIn.newPassword("nobody@example.org", "made by the operator")).toBe(false);
  });
});

describe("another site's page", () => {
  it("changes nothing here: neither with its origin nor with a form", async () => {
    const { here } = await signedUp();
    const made = { name: "H", teamName: "P", timeZone: "UTC", locale: "en" };
    expect((await here.send("POST", "/workspaces", made, { origin: "http://elsewhere.example" })).body.error.code).toBe(
      "foreign_origin",
    );
    expect((await here.send("POST", "/workspaces", made, { "content-type": "text/plain" })).body.error.code).toBe(
      "foreign_origin",
    );
    expect((await here.send("GET", "/me")).body.workspaces).toEqual([]);
  });
});

describe("guessing", () => {
  it("is slowed down", async () => {
    const { email } = await signedUp();
    const codes: string[] = [];
    for (let i = 0; i < 14; i++) {
      const { body } = await browser().send("POST", "/sign-in", { email, password: `guess ${i}` });
      codes.push(body.error.code);
    }
    expect(codes).toContain("too_many_tries");
  });
});
