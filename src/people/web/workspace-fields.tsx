import { wordsOf } from "../../foundation/words-browser.ts";
import { classes } from "../../ui/classes.ts";
import { Field } from "../../ui/field.tsx";
import { TextInput } from "../../ui/text-input.tsx";
import type en from "../words.en.json";

const say = wordsOf<typeof en>("people");

/** A new workspace's name and its first team's. */
export function WorkspaceFields({
  wrong,
  className,
}: {
  wrong: (name: string) => string | undefined;
  className?: string;
}) {
  return (
    <div className={classes("grid gap-5", className)}>
      <Field
        label={say("web.field.workspace_name")}
        hint={say("web.field.workspace_name_hint")}
        error={wrong("workspaceName")}
      >
        <TextInput name="workspaceName" autoComplete="organization" maxLength={80} />
      </Field>
      <Field label={say("web.field.first_team")} hint={say("web.field.first_team_hint")} error={wrong("teamName")}>
        <TextInput name="teamName" autoComplete="off" maxLength={80} />
      </Field>
    </div>
  );
}
