import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Serving, serve } from '../../../electron/serve/serve.ts';
import { ok } from '../../../shared/model/problem.ts';
import { fakeHandlers } from '../../support/contract-link.ts';
import { chromiumPath, has, needs } from '../../support/needs.ts';
import { runsOwnScript } from '../../support/own-script.ts';

/** A browser that has to wait for its turn is not a failure. */
const patient = { timeout: 20_000 };

/** A window that only asks for the list of scenarios and shows the answer in its title. */
const script = `
  const protocols = ['postway', 'postway-key.' + sessionStorage.getItem('postway.key')];
  const socket = new WebSocket('ws://' + location.host + '/socket', protocols);
  socket.onopen = () => socket.send('{"kind":"call","id":1,"name":"practice.list","argument":{}}');
  socket.onmessage = ({ data }) => { document.title = data; };
  socket.onclose = ({ code }) => { document.title = 'closed ' + code; };
`;

describe('a real browser', () => {
  needs('chromium');
  let rendererDir = '';
  let browser: Browser | undefined;
  let serving: Serving;

  beforeAll(async () => {
    if (!has('chromium')) return;
    rendererDir = await mkdtemp(join(tmpdir(), 'postway-browser-'));
    await writeFile(
      join(rendererDir, 'index.html'),
      '<!doctype html><title>loading</title><script type="module" src="/window.js"></script>',
    );
    await writeFile(join(rendererDir, 'window.js'), script);
    browser = await chromium.launch({ executablePath: chromiumPath ?? '' });
  });
  afterAll(async () => {
    await browser?.close();
    if (rendererDir) await rm(rendererDir, { recursive: true });
  });
  beforeEach(async () => {
    if (!has('chromium')) return;
    const result = await serve({
      handlers: fakeHandlers({ 'practice.list': async () => ok({ scenarios: [] }) }),
      choices: async () => ({ language: 'ja', textSize: 150 }),
      rendererDir,
      signal: new AbortController().signal,
      reportBug: () => undefined,
    });
    if (!result.ok) throw new Error(result.reason);
    serving = result;
  });
  afterEach(() => serving?.close());

  test('text does not become markup, and a script put into the page does not run', async () => {
    const page = await newPage();
    await page.goto(serving.url);
    await expect.poll(() => page.title(), patient).toContain('scenarios');
    const markup = page.evaluate(() => {
      document.body.innerHTML = '<b>250 from a server</b>';
    });
    await expect(markup).rejects.toThrow('TrustedHTML');
    expect(await runsOwnScript(page)).toBe(false);
  });

  const newPage = async (): Promise<Page> => {
    const context = await (browser as Browser).newContext();
    return context.newPage();
  };
  const isTalking = (page: Page) =>
    expect.poll(() => page.title(), patient).toBe('{"kind":"reply","id":1,"value":{"scenarios":[]}}');

  test('opens the address, ends at a clean one, and talks', async () => {
    const page = await newPage();
    await page.goto(serving.url);
    await isTalking(page);
    expect(page.url()).toBe(`http://127.0.0.1:${serving.port}/`);
    await page.reload();
    await isTalking(page);
    await page.goto(serving.url);
    await isTalking(page);
  });

  test('what was chosen for the window before is there, though each start has a port of its own', async () => {
    const page = await newPage();
    await page.goto(serving.url);
    await isTalking(page);
    const kept = () => page.evaluate(() => ({ ...localStorage }));
    expect(await kept()).toEqual({ 'postway.language': 'ja', 'postway.text-size': '150' });
  });

  test('a second browser is told plainly', async () => {
    const [first, second] = [await newPage(), await newPage()];
    await first.goto(serving.url);
    await second.goto(serving.url);
    expect(await second.getByRole('heading').textContent()).toBe('This address has already been used');
  });

  test('a file that leads to the address leads in, though the browser calls that cross-site', async () => {
    const page = await newPage();
    const file = join(rendererDir, 'lead.htm');
    await writeFile(file, `<meta http-equiv="refresh" content="0;url=${serving.url}">`);
    await page.goto(`file://${file}`);
    await isTalking(page);
    expect(page.url()).toBe(`http://127.0.0.1:${serving.port}/`);
  });

  test('so does a link in another site’s page', async () => {
    const page = await newPage();
    const elsewhere = await site(`<a href="${serving.url}">Postway</a>`);
    await page.goto(elsewhere.url);
    await page.getByRole('link').click();
    await isTalking(page);
    await elsewhere.close();
  });

  // A page of another port of 127.0.0.1 is the same site for a browser: the cookie goes along, and only Origin tells them apart.
  test.each(['localhost', '127.0.0.1'])(
    'a page of %s cannot open a socket, read the window or frame it, even in the browser that was let in',
    async (host) => {
      const page = await newPage();
      await page.goto(serving.url);
      await isTalking(page);
      const own = `127.0.0.1:${serving.port}`;
      const elsewhere = await site('<title>elsewhere</title>', host);
      await page.goto(elsewhere.url);
      const attempts = await page.evaluate(async (address) => {
        const socket = new Promise((resolve) => {
          const attempt = new WebSocket(`ws://${address}/socket`);
          attempt.onopen = () => resolve('open');
          attempt.onerror = () => resolve('refused');
        });
        const read = (init: RequestInit) =>
          fetch(`http://${address}/`, init).then(
            (response) => response.type,
            () => 'refused',
          );
        return [await socket, await read({ credentials: 'include' }), await read({ mode: 'no-cors' })];
      }, own);
      expect(attempts).toEqual(['refused', 'refused', 'refused']);

      await page.setContent(`<iframe src="http://${own}/"></iframe>`);
      await expect.poll(() => page.frames().length, patient).toBe(2);
      await expect.poll(() => page.frames()[1]?.url(), patient).toMatch(/^chrome-error:/);
      await elsewhere.close();
    },
  );
});

/** Somebody else's page; `localhost` is another site for a browser that was let in at 127.0.0.1. */
async function site(html: string, host = 'localhost'): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
