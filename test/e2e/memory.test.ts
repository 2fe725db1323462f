import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../shared/model/report.ts';
import { has, needs } from '../support/needs.ts';
import { blockedReport, eventsMidway, usableEvent } from '../support/sample-reports.ts';
import { button, heading, launchBrowser, type OpenWindow, openWindow } from './window.ts';

const checks = 100;
/** What the first ones compile and load belongs to none of them. */
const warming = 50;

describe('a window that stays open for a long time', () => {
  needs('chromium');
  let browser: Browser;
  beforeAll(async () => {
    if (has('chromium')) browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test(`keeps nothing of ${checks} checks but the last`, async () => {
    const window = await openWindow(browser);
    const { page } = window;
    await page.getByLabel('Your mail address').fill('you@example.org');
    await button(page, 'Find out why').click();
    await finish(window, 1);
    for (let check = 2; check <= warming; check += 1) await again(window, check);
    const devtools = await page.context().newCDPSession(page);
    const before = await held(devtools);
    for (let check = 1; check <= checks; check += 1) await again(window, warming + check);
    const after = await held(devtools);

    expect(window.backend.requests()).toHaveLength(warming + checks);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    // What is left is V8's: some 2 kB a check, and ever less. Were the reports kept, even as nothing but their text, it would show.
    const aReport = renderReport(blockedReport).length;
    expect(after.bytes - before.bytes).toBeLessThan((checks * aReport) / 2);
    await window.close();
  }, 120_000);
});

/** Presses "Check again" and plays that check to its end. */
async function again(window: OpenWindow, number: number): Promise<void> {
  await button(window.page, 'Check again').click();
  await finish(window, number);
}

async function finish({ page, backend }: OpenWindow, number: number): Promise<void> {
  await heading(page, /Trying the ways/).waitFor();
  await expect.poll(() => backend.requests().length, { interval: 5 }).toBe(number);
  backend.emit(...eventsMidway, usableEvent);
  await page.getByText('This already works:').first().waitFor();
  backend.finish(blockedReport);
  await heading(page, /port 25/).waitFor();
}

/** What the page holds after its garbage was collected: bytes of the heap, nodes of the document, event listeners. */
async function held(devtools: CDPSession) {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('Performance.enable');
  for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { bytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}
