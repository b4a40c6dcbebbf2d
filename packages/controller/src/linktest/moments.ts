/** What others may wait for while a test goes on. */
export interface Moments {
  /** Called for each attempt when what prepares it is over: the sending end is asked to send. Not where it never comes to that. */
  readonly onTraffic: () => void;
  /** Called once, when its hosts are free, which is before or after the end of the test. */
  readonly onFree: () => void;
}
