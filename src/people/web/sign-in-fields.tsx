import { wordsOf } from "../../foundation/words-browser.ts";
import { Field } from "../../ui/field.tsx";
import { PasswordInput } from "../../ui/password-input.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

type Wrong = (name: string) => string | undefined;

/** The names of a password field's two states. */
export function passwordWords(): { show: string; hide: string } {
  return { show: say("web.field.show_password"), hide: say("web.field.hide_password") };
}

/** What somebody is called, for who is new. */
export function NameField({ wrong }: { wrong: Wrong }) {
  return (
    <Field label={say("web.field.name")} hint={say("web.field.name_hint")} error={wrong("name")}>
      <TextInput name="name" autoComplete="name" maxLength={80} />
    </Field>
  );
}

/**
 * Email and password.
 * @param fresh true for a password that is chosen now
 * @param email what stands there at first
 */
export function SignInFields({ wrong, fresh = false, email }: { wrong: Wrong; fresh?: boolean; email?: string }) {
  return (
    <>
      <Field label={say("web.field.email")} error={wrong("email")}>
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          autoComplete={fresh ? "email" : "username"}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          dir="ltr"
          defaultValue={email}
          className="rtl:text-end"
        />
      </Field>
      <Field
        label={say("web.field.password")}
        hint={fresh && !wrong("password") ? say("web.field.password_hint") : undefined}
        error={wrong("password")}
      >
        <PasswordInput
          name="password"
          autoComplete={fresh ? "new-password" : "current-password"}
          maxLength={128}
          words={passwordWords()}
        />
      </Field>
    </>
  );
}
