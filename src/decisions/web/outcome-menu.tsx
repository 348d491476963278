import { Ellipsis, Hand, Hourglass, Link2, Sprout, Undo2, UsersRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { usePlace } from "../../people/web/place.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import type { MenuItem } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.ts";
import { say } from "./deciding-words.ts";
import type { DecidingView } from "./decisions-client.ts";
import { HandOverForm } from "./hand-over-form.tsx";
import { HandStepIn } from "./hand-step-in.tsx";
import { WaitForm } from "./outcome-wait-form.tsx";
import { WithdrawForm } from "./outcome-withdraw-form.tsx";

// a note grows once, if ever
const GrowNote = lazy(() => import("./grow-form.tsx").then((module) => ({ default: module.GrowNote })));

type Deed = "wait" | "over" | "step_in" | "withdraw";
const going: readonly DecidingView["phase"][] = ["shaping", "sealed", "opened", "waiting"];

/** What can be done with a decision as a whole; what may not be done now says why. */
export function OutcomeMenu({ view }: { view: DecidingView }) {
  const { workspace } = usePlace();
  const [doing, setDoing] = useState<Deed | null>(null);
  // the last one stays drawn while its dialog goes away
  const [last, setLast] = useState<Deed>("wait");
  const [growing, setGrowing] = useState(false);
  const begin = (deed: Deed) => {
    setLast(deed);
    setDoing(deed);
  };
  const end = () => setDoing(null);
  const role = workspace.teams.find(({ id }) => id === view.team)?.myRole ?? null;
  return (
    <>
      <LazyMenu
        trigger={
          <IconButton
            look="plain"
            label={say("web.outcome.menu", { title: view.title })}
            icon={<Ellipsis aria-hidden="true" size={18} />}
          />
        }
        items={itemsOf(view, role, begin, () => setGrowing(true))}
      />
      <Dialog
        open={doing !== null}
        onOpen={(open) => !open && end()}
        width={last === "step_in" ? "md" : "sm"}
        title={say(`web.hand.title.${last}`)}
        lead={<bdi>{view.title}</bdi>}
        closeLabel={say("web.outcome.close")}
      >
        {last === "wait" && <WaitForm view={view} end={end} />}
        {last === "over" && <HandOverForm view={view} end={end} />}
        {last === "step_in" && <HandStepIn view={view} end={end} />}
        {last === "withdraw" && <WithdrawForm view={view} end={end} />}
      </Dialog>
      {growing && (
        <Suspense>
          <GrowNote view={view} close={() => setGrowing(false)} />
        </Suspense>
      )}
    </>
  );
}

function itemsOf(
  view: DecidingView,
  role: "lead" | "member" | "observer" | null,
  begin: (deed: Deed) => void,
  grow: () => void,
): MenuItem[] {
  const { whyNot, phase, shape, ahead } = view;
  const partakes = role === "lead" || role === "member";
  const open = going.includes(phase);
  const items: MenuItem[] = [];
  if (partakes && shape === "note" && !open && phase !== "withdrawn") {
    items.push({
      key: "grow",
      label: say("web.hand.grow"),
      icon: <Sprout aria-hidden="true" />,
      why: whyNot.grow,
      onSelect: grow,
    });
  }
  if (partakes && open && phase !== "waiting") {
    items.push({
      key: "wait",
      label: say("web.hand.wait"),
      icon: <Hourglass aria-hidden="true" />,
      why: whyNot.wait,
      onSelect: () => begin("wait"),
    });
  }
  if (role === "lead" && open) {
    items.push({
      key: "over",
      label: say("web.hand.over"),
      icon: <UsersRound aria-hidden="true" />,
      why: whyNot.overToYou,
      onSelect: () => begin("over"),
    });
  }
  // only where it is not the lead's already; while a loan runs, its own card stands on the page
  if (role === "lead" && open && ahead.decides !== "lead" && !ahead.loan) {
    items.push({
      key: "step_in",
      label: say("web.hand.step_in"),
      icon: <Hand aria-hidden="true" />,
      why: whyNot.stepIn,
      onSelect: () => begin("step_in"),
    });
  }
  if (partakes && (open || (shape === "note" && phase === "decided"))) {
    items.push({
      key: "withdraw",
      label: say("web.hand.withdraw"),
      icon: <Undo2 aria-hidden="true" />,
      danger: whyNot.withdraw === null,
      why: whyNot.withdraw,
      onSelect: () => begin("withdraw"),
    });
  }
  if (items.length > 0) items.push({ key: "line", separator: true });
  items.push({
    key: "link",
    label: say("web.hand.copy_link"),
    icon: <Link2 aria-hidden="true" />,
    onSelect: copyLink,
  });
  return items;
}

/** Takes the page's address along; where the browser does not let a page copy, it says so. */
function copyLink(): void {
  const { origin, pathname } = location;
  const copied = navigator.clipboard?.writeText(`${origin}${pathname}`) ?? Promise.reject(new Error("no clipboard"));
  copied.then(
    () => toast.success(say("web.hand.copied")),
    () => toast.error(say("web.hand.not_copied")),
  );
}
