import { Link } from "@tanstack/react-router";
import { LifeBuoy, Table2, Trees } from "lucide-react";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Bell } from "../../ui/logo.tsx";
import { Table } from "../../ui/table.tsx";
import type { Board, BoardArea } from "./areas-client.ts";
import { say } from "./areas-words.ts";
import { Ground, LevelAxis } from "./field-ground.tsx";
import { bellRoom, farthestFirst, fieldLayout, type Placed } from "./field-layout.ts";
import { HolderPicture } from "./holder.tsx";
import { levelText } from "./level-words.ts";
import { useLoanDay } from "./loan-words.ts";

type FieldArea = Pick<BoardArea, "id" | "name" | "level" | "levelBefore" | "loan" | "owner">;

const usualHeight = 264;

/**
 * The pasture: each area as far from the lead as it may go without asking, with a dotted trail from where it stood 90 days
 * before. Each is a link, reached by keyboard with the farthest first; the same stands behind it as a table.
 * @param areas a board's areas, in any order
 * @param leadName what stands under the bell: the lead's name, or the word for me
 * @param height the least height of the pasture, in pixels; it grows with many areas
 * @param table whether the button for the table is shown
 */
export function Field({
  areas,
  leadName,
  height = usualHeight,
  table = true,
}: {
  areas: readonly FieldArea[];
  leadName: string;
  height?: number;
  table?: boolean;
}) {
  const { locale } = useReader();
  const [asTable, setAsTable] = useState(false);
  const inOrder = useMemo(() => farthestFirst(areas, locale), [areas, locale]);
  return (
    <div>
      {asTable ? <FieldTable areas={inOrder} /> : <Pasture areas={inOrder} leadName={leadName} least={height} />}
      {table && (
        <div className="no-print mt-1.5 flex justify-end">
          <Button
            look="quiet"
            size="sm"
            className="-me-2"
            icon={asTable ? <Trees aria-hidden="true" size={15} /> : <Table2 aria-hidden="true" size={15} />}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? say("web.field.picture") : say("web.field.table")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** How many areas went ahead and came back in 90 days. */
export function movedText({ ahead, back }: Pick<Board, "ahead" | "back">): string {
  return [ahead > 0 && say("web.field.ahead", { n: ahead }), back > 0 && say("web.field.back", { n: back })]
    .filter(Boolean)
    .join(say("web.comma"));
}

/** The pixels an element is wide, before the first paint. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current!;
    setWidth(Math.floor(measured.getBoundingClientRect().width));
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watcher.observe(measured);
    return () => watcher.disconnect();
  }, []);
  return { element, width };
}

function Pasture({ areas, leadName, least }: { areas: readonly FieldArea[]; leadName: string; least: number }) {
  const { dir } = useReader();
  const { element, width } = useWidth();
  const layout = useMemo(
    () =>
      fieldLayout(
        areas.map((area) => ({ ...area, before: area.levelBefore })),
        width || 640,
        least,
      ),
    [areas, width, least],
  );
  const byId = useMemo(() => new Map(areas.map((area) => [area.id, area])), [areas]);
  return (
    <div ref={element} className={classes("w-full", width === 0 && "invisible")}>
      <div
        className="relative overflow-clip rounded-lg bg-linear-to-r from-[light-dark(#f3ead5,#2a281b)] via-[light-dark(#e6eedb,#1d2b20)] to-[light-dark(#d2e6d8,#17352a)] rtl:bg-linear-to-l forced-colors:border print:border print:[print-color-adjust:exact]"
        style={{ height: layout.height }}
      >
        <Ground layout={layout} rtl={dir === "rtl"} />
        <Lead name={leadName} width={layout.width} />
        <ul aria-label={say("web.field.label")}>
          {layout.placed.map((placed) => (
            <li key={placed.id}>
              <OneOnField area={byId.get(placed.id)!} placed={placed} />
            </li>
          ))}
        </ul>
      </div>
      <LevelAxis layout={layout} />
    </div>
  );
}

function Lead({ name, width }: { name: string; width: number }) {
  const room = bellRoom(width);
  const small = room < 60;
  return (
    <div
      className="absolute start-0 top-1/2 grid -translate-y-1/2 justify-items-center gap-1 px-0.5 text-center"
      style={{ width: room }}
    >
      <span
        className={classes(
          "grid place-items-center rounded-full border-2 border-brass bg-[#fffdf9] shadow-sm",
          small ? "size-8" : "size-9",
        )}
      >
        <Bell size={small ? 15 : 17} />
      </span>
      <span className="line-clamp-2 w-full text-[0.6875rem] leading-tight font-semibold text-[light-dark(#5a5540,#c4c2a8)]">
        <span className="sr-only">{say("web.field.lead")} </span>
        <bdi>{name}</bdi>
      </span>
    </div>
  );
}

/** What an area's place says after its name: “, held by Amara, 7 Delegate, was 5 ninety days ago”. */
function placeText({ owner, level, levelBefore, loan }: FieldArea, day: (moment: string) => string): string {
  return [
    "",
    owner ? say("web.field.held_by", { name: owner.name }) : say("web.held.nobody"),
    levelText(level),
    loan && say("web.field.loan", { day: day(loan.until), level: levelText(loan.back) }),
    levelBefore !== null && levelBefore !== level && say("web.field.was", { level: levelBefore }),
  ]
    .filter((one) => typeof one === "string")
    .join(say("web.comma"));
}

function OneOnField({ area, placed }: { area: FieldArea; placed: Placed }) {
  const { workspace, team } = usePlace();
  const { x, y, label } = placed;
  const place = placeText(area, useLoanDay());
  const after = label.side === "after";
  return (
    <Link
      to="/w/$workspace/t/$team/areas/$area"
      params={{ workspace: workspace.slug, team: team!.id, area: area.id }}
      title={`${area.name}${place}`}
      className={classes(
        "group absolute flex h-6 -translate-y-1/2 items-center gap-[5px] rounded-full no-underline hover:z-10 focus-visible:z-10",
        !after && "flex-row-reverse",
      )}
      style={
        after
          ? { insetInlineStart: x - 10, top: y, width: label.width + 25 }
          : { insetInlineStart: label.start, top: y, width: label.width + 25 }
      }
    >
      <span className="relative grid shrink-0">
        <HolderPicture
          person={area.owner}
          size="xs"
          className={classes(
            "shadow-sm ring-2 transition-[scale] duration-150 group-hover:scale-115",
            area.loan ? "ring-brass" : "ring-[light-dark(#fffdf9,#1f2b25)]",
          )}
        />
        {area.loan && (
          <LifeBuoy
            aria-hidden="true"
            className="absolute -end-1.5 -top-1.5 size-3.5 rounded-full bg-brass-soft p-px text-brass-ink"
          />
        )}
      </span>
      <span
        className={classes(
          "min-w-0 flex-1 truncate text-[0.6875rem] leading-5 font-semibold text-ink [paint-order:stroke] [text-shadow:0_0_3px_var(--halo),0_0_3px_var(--halo),0_0_2px_var(--halo)] [--halo:light-dark(#eaeeda,#1d2b22)] group-hover:underline forced-colors:[text-shadow:none]",
          !after && "text-end",
        )}
      >
        <bdi>{area.name}</bdi>
      </span>
      <span className="sr-only">{place}</span>
    </Link>
  );
}

function FieldTable({ areas }: { areas: readonly FieldArea[] }) {
  const { workspace, team } = usePlace();
  const loanDay = useLoanDay();
  return (
    <Table
      dense
      captionHidden
      caption={say("web.field.label")}
      rows={areas}
      rowKey={(area) => area.id}
      empty={say("web.field.none")}
      columns={[
        {
          key: "name",
          header: say("web.column.area"),
          names: true,
          cell: (area) => (
            <Link
              to="/w/$workspace/t/$team/areas/$area"
              params={{ workspace: workspace.slug, team: team!.id, area: area.id }}
              className="hover:underline"
            >
              <bdi>{area.name}</bdi>
            </Link>
          ),
        },
        {
          key: "owner",
          header: say("web.column.held_by"),
          cell: (area) => (area.owner ? <bdi>{area.owner.name}</bdi> : say("web.held.nobody_short")),
        },
        {
          key: "level",
          header: say("web.column.level"),
          cell: ({ level, loan }) => (
            <>
              {levelText(level)}
              {loan && (
                <span className="block text-xs text-brass-ink">
                  {say("web.column.loan_until", { day: loanDay(loan.until), back: levelText(loan.back) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "before",
          header: say("web.column.before"),
          cell: (area) => (area.levelBefore === null ? "–" : levelText(area.levelBefore)),
        },
      ]}
    />
  );
}
