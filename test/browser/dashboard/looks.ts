import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../run/places.ts';
import { complaintsOf } from '../visit.ts';
import { serveScene } from './controller.ts';
import { openedForTests } from './opened.ts';
import type { PageRow } from './page-row.ts';

const screens = join(root, 'out/screens');

/** Tests of one file: every one of these pages, in every look of it, with pictures left behind. */
export function testLooks(pages: Readonly<Record<string, PageRow>>): void {
  const opened = openedForTests();
  beforeAll(async () => void (await mkdir(screens, { recursive: true })));

  test.each(Object.entries(pages))(
    'the page "%s" asks nobody else and can be read by everybody',
    async (name, { path, ready, scene, saysBesides }) => {
      const { folder, browser } = opened();
      const served = await serveScene(folder, scene);
      try {
        const mayAsk = (url: string) => url.startsWith(served.url);
        const visit = { ready, mayAsk, saysBesides, shots: join(screens, name) };
        expect(await complaintsOf(browser, `${served.url}${path}`, visit)).toEqual([]);
      } finally {
        await served.stop();
      }
    },
  );
}
