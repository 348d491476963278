/** 1 Tell · 2 Sell · 3 Consult · 4 Agree · 5 Advise · 6 Inquire · 7 Delegate (after Tannenbaum & Schmidt, 1958, and Appelo, 2010). */
export const levels = [1, 2, 3, 4, 5, 6, 7] as const;
export type Level = (typeof levels)[number];
/** Without an area a decision starts here. */
export const levelWithoutArea: Level = 4;
export const mostAreas = 60;
