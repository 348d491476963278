import { Search } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { DateInput } from "./date-input.tsx";
import { Field } from "./field.tsx";
import { FileDrop } from "./file-drop.tsx";
import { fileSize } from "./file-size.ts";
import { PasswordInput } from "./password-input.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { Segmented } from "./segmented.tsx";
import { Select } from "./select.tsx";
import { Switch } from "./switch.tsx";
import { TextInput } from "./text-input.tsx";
import { Textarea } from "./textarea.tsx";

const Combobox = lazy(() => import("./combobox.tsx").then((module) => ({ default: module.Combobox })));

const cities = Array.from({ length: 200 }, (_, place) => ({
  value: `c${place}`,
  label: `Harbour number ${place + 1}`,
}));
const passwordWords = { show: "Show the password", hide: "Hide the password" };

export function FormsShowcase() {
  const [role, setRole] = useState<"lead" | "member" | "observer">("member");
  const [level, setLevel] = useState<"consult" | "agree" | "advise">("agree");
  const [harbour, setHarbour] = useState<string | null>("c4");
  const [day, setDay] = useState("2026-11-24");
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-6 md:grid-cols-2">
      <Field label="Name" hint="As your team says it.">
        <TextInput placeholder="Amara Obi" autoComplete="off" />
      </Field>
      <Field label="Email" error="This does not look like an email address. Write it as name@example.org.">
        <TextInput type="email" defaultValue="amara@" autoComplete="off" />
      </Field>
      <Field label="Search" optional="if you like">
        <TextInput icon={<Search />} type="search" placeholder="Key, title, topic" />
      </Field>
      <Field label="Nothing can be typed here">
        <TextInput disabled defaultValue="Harbour Platform" />
      </Field>
      <Field label="Password" hint="At least 10 characters.">
        <PasswordInput words={passwordWords} defaultValue="a long sentence" autoComplete="off" />
      </Field>
      <Field label="Until when">
        <DateInput value={day} onValue={setDay} />
      </Field>
      <Field label="Why now" hint="At most 20 words." className="md:col-span-2">
        <Textarea
          counted={(words) => `${words} of 20 words`}
          mostWords={20}
          defaultValue="Monday reviews happen before the weekend's incidents are written up: 7 of the last 10 were postponed."
        />
      </Field>
      <Field label="Role">
        <Select
          defaultValue="member"
          choices={[
            { value: "lead", label: "Lead" },
            { value: "member", label: "Member" },
            { group: "Watching", choices: [{ value: "observer", label: "Observer" }] },
          ]}
        />
      </Field>
      <Field label="One of two hundred">
        <Suspense fallback={<TextInput disabled />}>
          <Combobox
            items={cities}
            value={harbour}
            onValue={setHarbour}
            words={{ clear: "Choose none", open: "Show the list", empty: "Nothing by this name." }}
          />
        </Suspense>
      </Field>
      <RadioGroup
        legend="What they may do here"
        cards
        value={role}
        onValue={setRole}
        choices={[
          { value: "lead", label: "Lead", hint: "Shapes the team: names, roles, invitations." },
          { value: "member", label: "Member", hint: "Opens decisions and gives a voice." },
          { value: "observer", label: "Observer", hint: "Reads along.", disabled: true },
        ]}
      />
      <div className="grid content-start gap-4">
        <Checkbox label="Send a copy to the team" hint="They see the same words, the same minute." defaultChecked />
        <Checkbox label="Some of the rows" indeterminate />
        <Checkbox label="Not to be changed" disabled />
        <Switch label="Sign-up is open" hint="With it closed, only an invitation lets somebody in." defaultChecked />
        <Switch label="Quiet hours" />
        <div>
          <Segmented
            label="Level"
            value={level}
            onValue={setLevel}
            choices={[
              { value: "consult", label: "Consult" },
              { value: "agree", label: "Agree" },
              { value: "advise", label: "Advise" },
            ]}
          />
        </div>
      </div>
      <FilesShowcase />
      <div className="flex gap-2.5 md:col-span-2">
        <Button look="primary">Save</Button>
        <Button look="quiet">Leave it as it was</Button>
      </div>
    </div>
  );
}

function FilesShowcase() {
  const [file, setFile] = useState<File | null>(null);
  const [other, setOther] = useState<File | null>(() => new File(["x".repeat(734_211)], "decisions-of-ten-years.csv"));
  const shared = {
    invitation: "Drop a file here, or choose one",
    accept: ".csv,.json",
    sizeText: (bytes: number) => fileSize(bytes, "en"),
    removeLabel: "Take it away",
  };
  return (
    <>
      <FileDrop {...shared} label="The record" hint="CSV or JSON, up to 20 MB." file={file} onFile={setFile} />
      <FileDrop
        {...shared}
        label="One that is here already"
        file={other}
        onFile={setOther}
        error="Three columns share a name. Rename them and bring it again."
      />
    </>
  );
}
