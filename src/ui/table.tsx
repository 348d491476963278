import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { classes } from "./classes.ts";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, one under the other. */
  numeric?: boolean;
  sortable?: boolean;
  /** The cell that names the row. */
  names?: boolean;
  /** Left out where the table is narrow. */
  wideOnly?: boolean;
  /** A header only for who listens, as over a column of buttons. */
  headerHidden?: boolean;
  className?: string;
};

export type Sort = { key: string; descending: boolean };

export type TableProps<Row> = {
  /** What the table is of. */
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  dense?: boolean;
  /** The head stays in sight while the page scrolls. */
  stickyHead?: boolean;
  /** On a phone: each row a small card, or the whole scrolls sideways. */
  narrow?: "cards" | "scroll";
  /** Past this height it scrolls by itself, in pixels. Only with `narrow="scroll"`. */
  mostHeight?: number;
  /** Said in place of rows where there are none. */
  empty?: ReactNode;
  /** New rows are on their way; the old ones stay, paler. */
  stale?: boolean;
};

// said again because a table that is laid out as cards loses its roles in some browsers
const roles = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A real table: caption, row and column heads, sorting that is said aloud. */
export function Table<Row>(props: TableProps<Row>) {
  const { narrow = "cards" } = props;
  if (narrow === "cards") return <div className="@container">{<TableInside {...props} cards />}</div>;
  return (
    <ScrollRegion label={props.caption} mostHeight={props.mostHeight}>
      <TableInside {...props} />
    </ScrollRegion>
  );
}

/** Scrolls sideways, and can be reached by keyboard where there is something to scroll. */
function ScrollRegion({
  label,
  mostHeight,
  children,
}: {
  label: ReactNode;
  mostHeight: number | undefined;
  children: ReactNode;
}) {
  const region = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current!;
    const watcher = new ResizeObserver(() =>
      setScrolls(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1),
    );
    watcher.observe(element);
    watcher.observe(element.firstElementChild!);
    return () => watcher.disconnect();
  }, []);
  return (
    <section
      ref={region}
      aria-label={typeof label === "string" ? label : undefined}
      tabIndex={scrolls ? 0 : undefined}
      className={classes((scrolls || mostHeight !== undefined) && "overflow-auto overscroll-x-contain")}
      style={{ maxHeight: mostHeight }}
    >
      {children}
    </section>
  );
}

function TableInside<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  dense = false,
  stickyHead = false,
  empty,
  stale = false,
  cards = false,
}: TableProps<Row> & { cards?: boolean }) {
  const pad = dense ? "px-2.5 py-1.5" : "px-3 py-2.5";
  return (
    <table
      {...roles.table}
      aria-busy={stale || undefined}
      className={classes("w-full border-collapse text-start text-sm", cards && "@max-xl:block")}
    >
      <caption
        className={captionHidden ? "sr-only" : classes("serif pb-3 text-start text-lg", cards && "@max-xl:block")}
      >
        {caption}
      </caption>
      <thead
        {...roles.rowgroup}
        className={classes(stickyHead && "sticky top-0 z-10 bg-surface", cards && "@max-xl:sr-only")}
      >
        <tr {...roles.row}>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} pad={pad} cards={cards} />
          ))}
        </tr>
      </thead>
      <tbody
        {...roles.rowgroup}
        className={classes("transition-opacity", stale && "opacity-55", cards && "@max-xl:block")}
      >
        {rows.length === 0 && (
          <tr {...roles.row} className={cards ? "@max-xl:block" : undefined}>
            <td
              {...roles.cell}
              colSpan={columns.length}
              className={classes("border-t border-line px-3 py-8 text-center text-ink-2", cards && "@max-xl:block")}
            >
              {empty}
            </td>
          </tr>
        )}
        {rows.map((row) => (
          <tr
            {...roles.row}
            key={rowKey(row)}
            className={classes(
              "group/row border-t border-line hover:bg-[color-mix(in_srgb,var(--color-hover)_45%,transparent)]",
              cards && "@max-xl:block @max-xl:py-2.5",
            )}
          >
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} pad={pad} cards={cards} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
  pad,
  cards,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
  pad: string;
  cards: boolean;
}) {
  const sorted = sort?.key === column.key ? sort : undefined;
  const Arrow = sorted ? (sorted.descending ? ArrowDown : ArrowUp) : ChevronsUpDown;
  const look = classes(
    "text-xs font-semibold whitespace-nowrap text-ink-2",
    column.numeric ? "text-end" : "text-start",
    column.wideOnly && (cards ? "" : "max-md:hidden"),
    pad,
  );
  const order = sorted ? (sorted.descending ? "descending" : "ascending") : undefined;
  return (
    <th {...roles.columnheader} scope="col" aria-sort={order} className={look}>
      {column.sortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ key: column.key, descending: sorted ? !sorted.descending : Boolean(column.numeric) })}
          className={classes(
            "-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-ink",
            column.numeric && "flex-row-reverse",
            sorted && "text-ink",
          )}
        >
          {column.header}
          <Arrow aria-hidden="true" size={13} className={sorted ? undefined : "opacity-55"} />
        </button>
      ) : column.headerHidden ? (
        <span className="sr-only">{column.header}</span>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, pad, cards }: { column: Column<Row>; row: Row; pad: string; cards: boolean }) {
  const look = classes(
    "align-top",
    column.numeric && "text-end tabular-nums",
    column.names && "font-medium",
    pad,
    cards && "@max-xl:block @max-xl:px-1 @max-xl:py-1 @max-xl:text-start",
    column.wideOnly && (cards ? "@max-xl:hidden!" : "max-md:hidden"),
    column.className,
  );
  const inside =
    cards && !column.names && !column.headerHidden ? (
      <span className="@max-xl:grid @max-xl:grid-cols-[minmax(6rem,38%)_1fr] @max-xl:gap-x-3">
        <span aria-hidden="true" className="hidden text-ink-2 @max-xl:inline">
          {column.header}
        </span>
        <span className="min-w-0">{column.cell(row)}</span>
      </span>
    ) : (
      column.cell(row)
    );
  if (column.names) {
    return (
      <th {...roles.rowheader} scope="row" className={classes(look, "text-start")}>
        {inside}
      </th>
    );
  }
  return (
    <td {...roles.cell} className={look}>
      {inside}
    </td>
  );
}
