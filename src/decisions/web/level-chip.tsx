import { levelText } from "../../areas/web/level-words.ts";
import { Badge } from "../../ui/badge.tsx";
import type { Tone } from "../../ui/tone.ts";

/** A level's tone: brass where a lead decides, sky where the round does, pasture where whoever owns it does. */
export function levelTone(level: number): Tone {
  if (level <= 3) return "brass";
  return level === 4 ? "sky" : "pasture";
}

/** At which level something is decided: “4 Agree”. */
export function LevelChip({ level }: { level: number }) {
  return <Badge tone={levelTone(level)}>{levelText(level)}</Badge>;
}
