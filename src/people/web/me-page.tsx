import { type ReactNode, useState } from "react";
import { keepLanguage, wordsOf } from "../../foundation/words-browser.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { Select } from "../../ui/select.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import { toast } from "../../ui/toast.ts";
import type en from "../words.en.json";
import { FormProblem } from "./form-problem.tsx";
import { insistOnFilled, useSubmit } from "./form-submit.ts";
import { MyDataCard } from "./me-data.tsx";
import { GoingCard } from "./me-going.tsx";
import { SessionsCard } from "./me-sessions.tsx";
import { usePlace } from "./place.tsx";
import { peopleClient } from "./session.ts";
import { passwordWords } from "./sign-in-fields.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

const say = wordsOf<typeof en>("people");

/**
 * My name, time zone and language here; my password and sessions; what is kept about me; going.
 * @param children what other rooms show of me to nobody but me
 */
export function MePage({ children }: { children?: ReactNode }) {
  const { workspace, my } = usePlace();
  return (
    <>
      <PageHeader eyebrow={my.email} title={say("web.me.title")} />
      <div className="mb-5 empty:hidden">{children}</div>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="contents gap-5 lg:grid">
          <ProfileCard key={workspace.id} />
          <PasswordCard email={my.email} />
          <GoingCard />
        </div>
        <div className="contents gap-5 lg:grid">
          <SessionsCard />
          <MyDataCard />
        </div>
      </div>
    </>
  );
}

function ProfileCard() {
  const { workspace } = usePlace();
  const { me } = workspace;
  const [name, setName] = useState(me.name);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const change = peopleClient.useDo("changeProfile");
  const submit = useSubmit(async ({ locale = "en" }) => {
    insistOnFilled({ name });
    await change.mutateAsync({ workspace: workspace.id, name, timeZone, locale: locale as "en" | "ar" });
    toast.success(say("web.saved"));
    keepLanguage(locale);
  });
  return (
    <Card title={say("web.me.profile")} lead={say("web.me.profile_lead", { workspace: workspace.name })}>
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        <div className="flex items-start gap-4">
          <Avatar name={name} id={me.id} size="lg" className="mt-1" />
          <Field
            className="min-w-0 flex-1"
            label={say("web.field.name")}
            hint={say("web.me.picture")}
            error={submit.wrong("name")}
          >
            <TextInput
              name="name"
              value={name}
              maxLength={80}
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </div>
        <TimeZoneField value={timeZone} onValue={setTimeZone} error={submit.wrong("timeZone")} />
        <Field label={say("web.me.language")} hint={say("web.me.language_hint")} error={submit.wrong("locale")}>
          <Select
            name="locale"
            defaultValue={me.locale}
            choices={[
              { value: "en", label: "English" },
              { value: "ar", label: "العربية" },
            ]}
          />
        </Field>
        <div>
          <Button type="submit" look="primary" busy={submit.busy}>
            {say("web.save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function PasswordCard({ email }: { email: string }) {
  const change = peopleClient.useDo("changePassword");
  const [round, setRound] = useState(0);
  const submit = useSubmit(
    async ({ current = "", next = "" }) => {
      insistOnFilled({ current, next });
      await change.mutateAsync({ current, next });
      setRound(round + 1);
      toast.success(say("web.me.password_changed"));
    },
    { "people.wrong_password": "current" },
  );
  return (
    <Card title={say("web.me.password")} lead={say("web.me.password_lead")}>
      <form {...submit.form} className="grid gap-5">
        <FormProblem>{submit.problem}</FormProblem>
        {/* for password managers: whose password it is */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field label={say("web.me.current_password")} error={submit.wrong("current")}>
          <PasswordInput
            key={`current ${round}`}
            name="current"
            autoComplete="current-password"
            maxLength={128}
            words={passwordWords()}
          />
        </Field>
        <Field
          label={say("web.me.next_password")}
          hint={submit.wrong("next") ? undefined : say("web.field.password_hint")}
          error={submit.wrong("next")}
        >
          <PasswordInput
            key={`next ${round}`}
            name="next"
            autoComplete="new-password"
            maxLength={128}
            words={passwordWords()}
          />
        </Field>
        <div>
          <Button type="submit" busy={submit.busy}>
            {say("web.me.change_password")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
