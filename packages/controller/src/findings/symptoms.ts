/** What a path shows on which packets do not arrive, whatever the reason. */
export const pathSymptoms = [
  'path-passes-nothing',
  'path-leg-dead',
  'path-leg-narrow',
  'path-black-hole',
  'path-narrow',
] as const;

/** What a run shows that packets get lost or late on its way. */
export const lossSymptoms = [
  'packets-lost',
  'pings-lost',
  'tcp-timeouts',
  'tcp-stalled',
  'rate-low',
] as const;

/** What a run shows whose packets come late or in another order. */
export const delaySymptoms = ['packets-reordered', 'reordering-slows', 'latency-under-load'] as const;

/** What a run shows of which the ports carry unequal parts. */
export const shareSymptoms = [
  'port-receives-nothing',
  'port-limited',
  'port-idle',
  'streams-went-elsewhere',
  'switch-uses-one-port',
  'rr-arrives-on-one-port',
] as const;

/** What becomes of a test of which the ends do not reach each other as they should. */
export const testSymptoms = ['test-cannot-connect', 'test-void'] as const;

/** Everything that traffic shows of a link that is set up or cabled wrongly. */
export const trafficSymptoms = [
  ...pathSymptoms,
  ...lossSymptoms,
  ...delaySymptoms,
  ...shareSymptoms,
  ...testSymptoms,
  'probes-reach-one-port',
  'leg-delayed',
  'carrier-changed',
  'port-drops',
] as const;
