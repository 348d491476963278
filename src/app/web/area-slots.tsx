import { useParams } from "@tanstack/react-router";
import { AreaPage } from "../../areas/web/area-page.tsx";
import { DecisionsInArea } from "../../decisions/web/outcome-in-area.tsx";

/** An area's page, with what is decided in it. */
export function AreaWithSlots() {
  const { area = "" } = useParams({ strict: false });
  return <AreaPage decisions={<DecisionsInArea area={area} />} />;
}
