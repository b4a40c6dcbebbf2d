/** The prefix makes browsers take it only over TLS, from this very host, for all of it (RFC 6265bis). */
export const cookieName = '__Host-bondctl_session';

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** A session for the browser to keep. The controller ends it earlier if nobody uses it. */
export const cookieOf = (secret: string, maxAgeSeconds: number): string =>
  `${cookieName}=${secret}; ${attributes}; Max-Age=${maxAgeSeconds}`;

/** The browser is to forget its session. */
export const noCookie = `${cookieName}=; ${attributes}; Max-Age=0`;

/** The session in a request's Cookie header; undefined: there is none. */
export function secretIn(header: string | undefined): string | undefined {
  const start = `${cookieName}=`;
  const found = (header ?? '').split(';').find((one) => one.trim().startsWith(start));
  const secret = found?.trim().slice(start.length);
  return secret === '' ? undefined : secret;
}
