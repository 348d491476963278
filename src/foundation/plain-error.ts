/**
 * Something the person who starts the app can put right. Its message is one plain sentence that says what to do next, and
 * is all they are shown: no stack, no code.
 */
export class PlainError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "PlainError";
  }
}
