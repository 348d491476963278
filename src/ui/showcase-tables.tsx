import { useMemo, useState } from "react";
import { Avatar } from "./avatar.tsx";
import { Badge } from "./badge.tsx";
import { Card } from "./card.tsx";
import { Pager } from "./pager.tsx";
import { type Column, type Sort, Table } from "./table.tsx";
import { Tabs } from "./tabs.tsx";

type Row = { ref: string; title: string; by: string; days: number; state: "Accepted" | "Rejected" };
const names = ["Amara Obi", "Bongani Khumalo", "Chen Li", "Divya Rao", "Efua Frempong"];
const titles = [
  "Move incident reviews to Thursdays",
  "Second payment provider for the EU",
  "Which of three designs for the quay view, and whether the older two are still worth keeping for those who know them",
  "A",
];
const rows: Row[] = Array.from({ length: 200 }, (_, place) => ({
  ref: String(place + 1).padStart(4, "0"),
  title: titles[place % titles.length]!,
  by: names[(place * 7) % names.length]!,
  days: (place * 37) % 411,
  state: place % 3 === 0 ? "Rejected" : "Accepted",
}));

const columns: Column<Row>[] = [
  { key: "ref", header: "Key", cell: (row) => row.ref, sortable: true, className: "whitespace-nowrap" },
  { key: "title", header: "Title", cell: (row) => row.title, names: true, sortable: true },
  {
    key: "by",
    header: "Held by",
    cell: (row) => (
      <span className="inline-flex items-center gap-2 whitespace-nowrap">
        <Avatar name={row.by} size="xs" />
        {row.by}
      </span>
    ),
  },
  { key: "days", header: "Days", cell: (row) => row.days, numeric: true, sortable: true },
  {
    key: "state",
    header: "Outcome",
    cell: (row) => <Badge tone={row.state === "Accepted" ? "pasture" : "clay"}>{row.state}</Badge>,
    wideOnly: true,
  },
];
const limit = 8;

export function TablesShowcase() {
  const [sort, setSort] = useState<Sort>({ key: "ref", descending: false });
  const [offset, setOffset] = useState(0);
  const sorted = useMemo(
    () =>
      rows.toSorted((a, b) => {
        const [x, y] = [a[sort.key as keyof Row], b[sort.key as keyof Row]];
        const order = typeof x === "number" ? x - Number(y) : String(x).localeCompare(String(y));
        return sort.descending ? -order : order;
      }),
    [sort],
  );
  const shared = { columns, rowKey: (row: Row) => row.ref, sort, onSort: setSort };
  return (
    <Tabs
      label="Tables"
      tabs={[
        {
          value: "cards",
          label: "Cards on a phone",
          note: rows.length,
          panel: (
            <Card>
              <Table {...shared} caption="The log" rows={sorted.slice(offset, offset + limit)} />
              <div className="mt-3">
                <Pager
                  offset={offset}
                  limit={limit}
                  total={rows.length}
                  onOffset={setOffset}
                  words={{
                    label: "Pages",
                    range: (from, to, total) => `${from}–${to} of ${total}`,
                    previous: "Previous",
                    next: "Next",
                  }}
                />
              </div>
            </Card>
          ),
        },
        {
          value: "dense",
          label: "Dense, two hundred rows",
          panel: (
            <Card>
              <Table {...shared} caption="Everything, dense" rows={sorted} dense stickyHead narrow="scroll" />
            </Card>
          ),
        },
        {
          value: "stale",
          label: "New ones on their way",
          panel: (
            <Card>
              <Table {...shared} caption="The log, being read again" rows={sorted.slice(0, 3)} stale />
            </Card>
          ),
        },
        {
          value: "none",
          label: "None",
          panel: (
            <Card>
              <Table {...shared} caption="The log" rows={[]} empty="Nothing fits these filters." />
            </Card>
          ),
        },
      ]}
    />
  );
}
