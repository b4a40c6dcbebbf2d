import { existsSync } from 'node:fs';
import { provideDebianPackages } from './debian.ts';

/** Where Debian's package `chromium` puts the browser. */
export const chromiumPath = '/usr/bin/chromium';

/** Installs the browser where that is possible; else the sentence that says what to type. */
export async function provideBrowser(say: (line: string) => void): Promise<string | undefined> {
  if (existsSync(chromiumPath)) return undefined;
  const provided = await provideDebianPackages(['chromium'], say);
  return provided.kind === 'missing' ? provided.advice : undefined;
}
