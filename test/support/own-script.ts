import type { Page } from 'playwright-core';

/** Whether a script that somebody puts into the page runs; the page's policy should not let it. */
export function runsOwnScript(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const script = document.createElement('script');
    script.append(document.createTextNode('window.ran = true'));
    document.body.append(script);
    return 'ran' in window;
  });
}
