type Write = (details: object, message: string) => void;

/** Where the hub says what happens; a pino logger fits. */
export interface HubLog {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
