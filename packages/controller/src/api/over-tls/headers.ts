/** What a browser may do with anything that is served here: nothing that does not come from here. */
const policy = [
  "default-src 'self'",
  // Preact and uPlot style through the object model, which needs no 'unsafe-inline'.
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const always: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
};

// A browser that once saw the right certificate lets nobody click past a wrong one.
const onlyTls = { 'strict-transport-security': 'max-age=31536000' };

/**
 * Headers of every answer. A route may say less strictly what its own page may do, or that it may be kept. HSTS holds for
 * every port of a name, so it is not said of `localhost`, where other programs of the same person listen.
 */
export const securityHeaders = (host: string | undefined): Readonly<Record<string, string>> =>
  /^localhost(:|$)/i.test(host ?? '') ? always : { ...always, ...onlyTls };
