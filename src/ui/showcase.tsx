import { Monitor, Moon, Sun } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Bell, Logo } from "./logo.tsx";
import { PageHeader } from "./page-header.tsx";
import { Segmented } from "./segmented.tsx";
import { ActionsShowcase, SurfacesShowcase } from "./showcase-basics.tsx";
import { FormsShowcase } from "./showcase-forms.tsx";
import { OverlaysShowcase } from "./showcase-overlays.tsx";
import { StatesShowcase } from "./showcase-states.tsx";
import { TablesShowcase } from "./showcase-tables.tsx";
import { Skeleton } from "./skeleton.tsx";
import { type Direction, direction, keptTheme, setDirection, setTheme, type Theme } from "./theme.ts";
import { ToastRegion } from "./toast-region.tsx";

const PlotsShowcase = lazy(() => import("./showcase-plots.tsx").then((module) => ({ default: module.PlotsShowcase })));

const sections = [
  "Colour and type",
  "Actions",
  "Surfaces",
  "Forms",
  "Lists and tables",
  "Over the page",
  "States",
  "Plots",
];

/**
 * Every component in every state, for whoever builds a screen or checks one.
 * @param region true where no region for messages stands on the page yet
 */
export function Showcase({ region = true }: { region?: boolean }) {
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        eyebrow="Components"
        title="What every screen is made of"
        lead="Each part in each of its states. Change the theme and the direction here; widths, zoom and keyboard are yours to try."
        actions={<Switches />}
      />
      <nav aria-label="Sections" className="mb-8 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {sections.map((name) => (
          <a key={name} href={`#${anchor(name)}`} className="py-1 text-ink-2 hover:text-ink hover:underline">
            {name}
          </a>
        ))}
      </nav>
      <div className="grid grid-cols-1 gap-12">
        <Section name="Colour and type">
          <Palette />
        </Section>
        <Section name="Actions">
          <ActionsShowcase />
        </Section>
        <Section name="Surfaces">
          <SurfacesShowcase />
        </Section>
        <Section name="Forms">
          <FormsShowcase />
        </Section>
        <Section name="Lists and tables">
          <TablesShowcase />
        </Section>
        <Section name="Over the page">
          <OverlaysShowcase />
        </Section>
        <Section name="States">
          <StatesShowcase />
        </Section>
        <Section name="Plots">
          <Suspense fallback={<Skeleton className="h-72 w-full" />}>
            <PlotsShowcase />
          </Suspense>
        </Section>
      </div>
      {region && <ToastRegion label="Messages" dismiss="Dismiss" />}
    </div>
  );
}

const anchor = (name: string) => name.toLowerCase().replaceAll(" ", "-");

function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section id={anchor(name)} aria-labelledby={`${anchor(name)}-heading`} className="scroll-mt-6">
      <h2 id={`${anchor(name)}-heading`} className="mb-4 border-b border-line pb-2 text-2xl">
        {name}
      </h2>
      <div className="grid grid-cols-1 gap-6">{children}</div>
    </section>
  );
}

function Switches() {
  const [theme, putTheme] = useState<Theme>(keptTheme);
  const [dir, putDir] = useState<Direction>(direction);
  return (
    <>
      <Segmented
        label="Theme"
        value={theme}
        onValue={(next) => {
          setTheme(next);
          putTheme(next);
        }}
        choices={[
          { value: "system", label: "System", icon: <Monitor aria-hidden="true" /> },
          { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
          { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
        ]}
      />
      <Segmented
        label="Direction"
        value={dir}
        onValue={(next) => {
          setDirection(next);
          putDir(next);
        }}
        choices={[
          { value: "ltr", label: "Left to right" },
          { value: "rtl", label: "Right to left" },
        ]}
      />
    </>
  );
}

const swatches = [
  ["paper", "bg-paper"],
  ["sand", "bg-sand"],
  ["surface", "bg-surface"],
  ["raised", "bg-raised"],
  ["ink", "bg-ink"],
  ["ink-2", "bg-ink-2"],
  ["ink-3", "bg-ink-3"],
  ["line", "bg-line"],
  ["pasture", "bg-pasture"],
  ["brass", "bg-brass"],
  ["clay", "bg-clay"],
  ["sky", "bg-sky"],
  ["plum", "bg-plum"],
  ["pasture-soft", "bg-pasture-soft"],
  ["brass-soft", "bg-brass-soft"],
  ["clay-soft", "bg-clay-soft"],
  ["sky-soft", "bg-sky-soft"],
  ["plum-soft", "bg-plum-soft"],
] as const;

function Palette() {
  return (
    <>
      <div className="flex flex-wrap items-center gap-8">
        <Logo name="Bellwether" />
        <Bell size={56} />
        <Bell size={16} />
      </div>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3">
        {swatches.map(([name, look]) => (
          <li key={name} className="text-xs text-ink-2">
            <span className={`mb-1 block h-11 rounded-lg border border-line ${look}`} />
            {name}
          </li>
        ))}
      </ul>
      <div className="grid gap-3">
        <p className="serif text-4xl">The bell that goes ahead</p>
        <p className="serif text-3xl">Nothing waits on you but one answer.</p>
        <p className="serif text-xl">What we may decide without asking</p>
        <p className="max-w-prose">
          Body text, fifteen pixels on one and a half. The bellwether is the sheep that goes ahead with a bell, so that
          the shepherd behind can hear where the flock is going.
        </p>
        <p className="max-w-prose text-sm text-ink-2">
          Smaller text beside it, always dark enough to read. Čeština, Türkçe, Łódź, Ærø, naïve, Ω. 1234567890 in
          figures of one width where numbers stand under one another.
        </p>
      </div>
    </>
  );
}
