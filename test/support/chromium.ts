import { existsSync } from 'node:fs';
import { type Browser, chromium as driver } from 'playwright-core';

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Whether there is a Chromium to test pages with; `REQUIRE_ALL=1` makes its absence a failure. */
export const hasChromium = existsSync(PATH);

if (!hasChromium) {
  const line = `left out: no Chromium at ${PATH} (CHROMIUM_PATH), tests in a browser are skipped`;
  if (process.env.REQUIRE_ALL === '1') throw new Error(line);
  console.warn(line);
}

/** A Chromium that talks to nobody but the page under test. */
export function openChromium(): Promise<Browser> {
  return driver.launch({
    executablePath: PATH,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
