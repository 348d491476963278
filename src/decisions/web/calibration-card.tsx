import { Lock } from "lucide-react";
import { usePlace, useReader } from "../../people/web/place.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import type { Column } from "../../ui/table.tsx";
import { exactTime } from "../../ui/time-words.ts";
import { CalibrationBands, CalibrationDots } from "./calibration-plot.tsx";
import { say } from "./deciding-words.ts";
import { DecisionTitle } from "./decision-title.tsx";
import { type Calibration, decisionsClient } from "./decisions-client.ts";

type Point = Calibration["points"][number];
type Band = NonNullable<Calibration["bands"]>[number];

const words = () => ({
  table: say("web.calibration.as_table"),
  plot: say("web.calibration.as_plot"),
  loading: say("web.calibration.loading"),
  failed: say("web.calibration.failed"),
});

/** How sure I was, and how it turned out: for me alone. Nothing stands here before the first decision was looked back on. */
export function CalibrationCard() {
  const { workspace } = usePlace();
  const found = decisionsClient.useAsk("calibration", { workspace: workspace.id }).data;
  if (!found || found.points.length === 0) return null;
  return (
    <Card
      tone="plum"
      title={say("web.calibration.title")}
      note={
        <Badge tone="plum" icon={<Lock aria-hidden="true" />}>
          {say("web.calibration.only_you")}
        </Badge>
      }
    >
      <div className="max-w-3xl">
        {found.bands ? <Bands bands={found.bands} n={found.points.length} /> : <Dots points={found.points} />}
      </div>
    </Card>
  );
}

function Dots({ points }: { points: readonly Point[] }) {
  const columns = useColumns();
  return (
    <CalibrationDots
      title={say("web.calibration.dots_title")}
      description={say("web.calibration.dots_about", { n: points.length })}
      points={points}
      table={{ rows: points, rowKey: ({ decision }) => decision, columns }}
      words={words()}
    />
  );
}

function Bands({ bands, n }: { bands: readonly Band[]; n: number }) {
  const percent = (part: number) => say("web.decide.percent", { n: part });
  const columns: Column<Band>[] = [
    {
      key: "sure",
      header: say("web.calibration.sure"),
      cell: ({ from, to }) => say("web.calibration.between", { from, to }),
      names: true,
    },
    { key: "n", header: say("web.calibration.decisions"), cell: (band) => band.n, numeric: true },
    {
      key: "worked",
      header: say("web.calibration.came_true"),
      cell: (band) => percent(Math.round(band.worked * 100)),
      numeric: true,
    },
  ];
  return (
    <CalibrationBands
      title={say("web.calibration.bands_title")}
      description={say("web.calibration.bands_about", { n })}
      bands={bands}
      table={{ rows: bands.filter((band) => band.n > 0), rowKey: ({ from }) => String(from), columns }}
      words={words()}
    />
  );
}

function useColumns(): Column<Point>[] {
  const { locale } = useReader();
  return [
    {
      key: "title",
      header: say("web.calibration.decision"),
      names: true,
      cell: ({ title, team, decision }) => <DecisionTitle team={team} decision={decision} title={title} />,
    },
    {
      key: "sure",
      header: say("web.calibration.sure"),
      numeric: true,
      cell: ({ confidence }) => say("web.decide.percent", { n: confidence }),
    },
    {
      key: "turned_out",
      header: say("web.calibration.turned_out"),
      cell: ({ verdict }) => say(`web.review.verdict.${verdict}`),
    },
    {
      key: "on",
      header: say("web.calibration.on"),
      cell: ({ decidedOn }) => decidedOn && exactTime(decidedOn, locale, "UTC"),
    },
  ];
}
