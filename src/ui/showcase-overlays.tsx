import { Bell, Ellipsis, LogOut, Pencil, Settings, Trash2, Users } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { LazyMenu } from "./lazy-menu.tsx";
import { barItemClass, NavGroup, NavInside, navItemClass } from "./nav.tsx";
import { TextInput } from "./text-input.tsx";
import { toast } from "./toast.ts";

const Dialog = lazy(() => import("./dialog.tsx").then((module) => ({ default: module.Dialog })));
const ConfirmDialog = lazy(() => import("./confirm-dialog.tsx").then((module) => ({ default: module.ConfirmDialog })));
const Sheet = lazy(() => import("./sheet.tsx").then((module) => ({ default: module.Sheet })));
const Popover = lazy(() => import("./popover.tsx").then((module) => ({ default: module.Popover })));
const CommandPalette = lazy(() =>
  import("./command-palette.tsx").then((module) => ({ default: module.CommandPalette })),
);

type Open = "dialog" | "confirm" | "sheet" | "palette" | null;

export function OverlaysShowcase() {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setOpen("dialog")}>Dialog</Button>
        <Button onClick={() => setOpen("confirm")}>Confirm</Button>
        <Button onClick={() => setOpen("sheet")}>Sheet</Button>
        <Button onClick={() => setOpen("palette")}>Command palette</Button>
        <LazyMenu
          align="start"
          trigger={<IconButton label="More" look="plain" icon={<Ellipsis aria-hidden="true" size={18} />} />}
          items={[
            { key: "edit", label: "Rename", icon: <Pencil aria-hidden="true" /> },
            { key: "move", label: "Move under another", why: "A closed team stays where it is." },
            { key: "line", separator: true },
            { key: "remove", label: "Remove", icon: <Trash2 aria-hidden="true" />, danger: true },
          ]}
        />
        <Suspense>
          <Popover trigger={<Button>Popover</Button>} title="As of">
            <Field label="Day">
              <TextInput type="date" />
            </Field>
          </Popover>
        </Suspense>
        <Button
          onClick={() =>
            toast.success("Bongani is not in this team any more.", {
              label: "Undo",
              onPress: () => toast.success("Bongani is back."),
            })
          }
        >
          Message with undo
        </Button>
        <Button onClick={() => toast.error("This could not be saved. Try again when you are back.")}>
          Message of failure
        </Button>
      </div>
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        <div className="w-58 rounded-xl border border-line bg-sand p-3">
          <NavGroup label="Main">
            <a href="#over-the-page" aria-current="page" className={navItemClass}>
              <NavInside icon={<Bell aria-hidden="true" />}>Today</NavInside>
            </a>
            <a href="#over-the-page" className={navItemClass}>
              <NavInside icon={<Users aria-hidden="true" />} count={3} countLabel="3 wait for you">
                Decisions
              </NavInside>
            </a>
          </NavGroup>
          <NavGroup label="From behind" heading>
            <a href="#over-the-page" className={navItemClass}>
              <NavInside icon={<Settings aria-hidden="true" />}>A place with a name too long for its line</NavInside>
            </a>
          </NavGroup>
        </div>
        <nav
          aria-label="Foot of a phone"
          className="flex h-14 w-full max-w-90 self-end rounded-xl border border-line bg-surface"
        >
          {["Today", "Decisions", "More"].map((name, place) => (
            <a
              key={name}
              href="#over-the-page"
              className={barItemClass}
              aria-current={place === 1 ? "page" : undefined}
            >
              {place === 2 ? <Ellipsis aria-hidden="true" /> : <Bell aria-hidden="true" />}
              <span>{name}</span>
            </a>
          ))}
        </nav>
      </div>
      <Suspense>
        {open === "dialog" && (
          <Dialog
            open
            onOpen={close}
            title="Invite by link"
            lead="Whoever has the link can join until it ends."
            closeLabel="Close"
            actions={
              <>
                <Button onClick={close}>Not now</Button>
                <Button look="primary" onClick={close}>
                  Make the link
                </Button>
              </>
            }
          >
            <Field label="How many days">
              <TextInput inputMode="numeric" defaultValue="14" />
            </Field>
          </Dialog>
        )}
        {open === "confirm" && (
          <ConfirmDialog
            open
            onOpen={close}
            title="Close this team?"
            confirm="Close the team"
            cancel="Keep it open"
            danger
            onConfirm={close}
          >
            Its record stays. It can be opened again.
          </ConfirmDialog>
        )}
        {open === "sheet" && (
          <Sheet open onOpen={close} title="More" closeLabel="Close">
            <NavGroup label="More places">
              <button type="button" className={navItemClass} onClick={close}>
                <NavInside icon={<Settings aria-hidden="true" />}>Settings</NavInside>
              </button>
              <button type="button" className={navItemClass} onClick={close}>
                <NavInside icon={<LogOut aria-hidden="true" />}>Sign out</NavInside>
              </button>
            </NavGroup>
          </Sheet>
        )}
        {open === "palette" && <Palette onClose={close} />}
      </Suspense>
    </>
  );
}

const people = Array.from({ length: 200 }, (_, place) => `Person number ${place + 1}`);

function Palette({ onClose }: { onClose(): void }) {
  return (
    <CommandPalette
      open
      onOpen={onClose}
      words={{
        label: "Go to or do",
        placeholder: "Go to or do…",
        empty: "Nothing by this name.",
        go: "go",
        close: "Close",
      }}
      groups={[
        {
          key: "pages",
          label: "Pages",
          commands: ["Today", "Who has been deciding", "Team", "Settings"].map((label) => ({
            key: label,
            label,
            icon: <Settings aria-hidden="true" />,
            run: onClose,
          })),
        },
        {
          key: "people",
          label: "People",
          commands: people.map((label) => ({ key: label, label, note: "Harbour Platform", run: onClose })),
        },
      ]}
    />
  );
}
