import { CalibrationCard } from "../../decisions/web/calibration-card.tsx";
import { MePage } from "../../people/web/me-page.tsx";

/** My own page, with what other rooms show of me to nobody but me. */
export function MeWithSlots() {
  return (
    <MePage>
      <CalibrationCard />
    </MePage>
  );
}
