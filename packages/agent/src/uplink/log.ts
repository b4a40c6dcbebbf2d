type Write = (details: object, message: string) => void;

/** Where the uplink says what happens; a pino logger fits. */
export interface Log {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
