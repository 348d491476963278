export class PlainSentence extends Error {}
export function machineTrouble(said: string, folder: string): PlainSentence | null;
