import { check } from '../../electron/engine/check.ts';
import type { System } from '../../electron/engine/system.ts';
import { practiceSystem } from '../../electron/practice/practice-system.ts';
import { findScenario } from '../../electron/practice/scenarios.ts';
import { rankCandidates } from '../../shared/discover/rank.ts';
import type { CheckEvent, CheckInput, DiscoveryEntry } from '../../shared/model/check.ts';
import { aCheckInput } from '../support/builders.ts';
import { loopbackWeb, type Served } from '../support/loopback-web.ts';
import { median } from './measured.ts';

/** One source answers nothing for this long, which is longer than it is waited for. */
const stallMs = 10_000;

/** Milliseconds from the start of a check; medians. */
export type StalledSource = {
  /** Until everything that the other sources have was merged, without the stalled source and with it. */
  readonly mergedMs: { readonly without: number; readonly with: number };
  /** Until the first setting that works was shown. */
  readonly usableMs: { readonly without: number; readonly with: number };
};

type Times = { readonly mergedMs: number; readonly usableMs: number };

/**
 * What a source that stalls costs, with real web servers on loopback beside the practice network's mail servers, `runs` times in turns:
 * the provider's own settings file is not there, or its server takes the request and says nothing. Throws when no setting works.
 */
export async function stalledSource(runs: number): Promise<StalledSource> {
  await once(404); // what is compiled at the first check belongs to none of them
  const without: Times[] = [];
  const stalled: Times[] = [];
  for (let run = 0; run < runs; run += 1) {
    without.push(await once(404));
    stalled.push(await once((_request, response) => void setTimeout(() => response.end(), stallMs).unref()));
  }
  const medians = (key: keyof Times) => ({
    without: median(without.map((times) => times[key])),
    with: median(stalled.map((times) => times[key])),
  });
  return { mergedMs: medians('mergedMs'), usableMs: medians('usableMs') };
}

async function once(ownFile: Served): Promise<Times> {
  const scenario = findScenario('port-25-blocked');
  if (!scenario) throw new Error('the practice network lost its scenario');
  const practice = await practiceSystem(scenario);
  const domain = scenario.address.slice(scenario.address.indexOf('@') + 1);
  const own = `https://autoconfig.${domain}/mail/config-v1.1.xml`;
  const listed = `https://autoconfig.thunderbird.net/v1.1/${domain}`;
  const web = await loopbackWeb({ [own]: ownFile, [listed]: settingsOf(`mail.${domain}`) });
  const system: System = {
    ...practice.system,
    resolve: async (question, signal) => {
      const isWeb = question.name.startsWith('autoconfig.');
      return (isWeb ? web.system : practice.system).resolve(question, signal);
    },
    fetch: web.system.fetch,
  };
  const input = aCheckInput({ address: scenario.address, domain, references: true });
  try {
    return await timesOf(input, system);
  } finally {
    web.close();
    await practice.close();
  }
}

/** Runs one check until Mozilla's entry stands in the merged list, with which the check goes on, and a setting works. */
async function timesOf(input: CheckInput, system: System): Promise<Times> {
  const entries: DiscoveryEntry[] = [];
  const times: { mergedMs?: number; usableMs?: number } = {};
  const stop = new AbortController();
  const started = performance.now();
  const onEvent = (event: CheckEvent): void => {
    if (event.type === 'usable') times.usableMs = performance.now() - started;
    if (event.type === 'discovered') entries.push(event.entry);
    if (rankCandidates(entries).some(({ source }) => source === 'ispdb')) {
      times.mergedMs ??= performance.now() - started;
    }
    if (times.mergedMs !== undefined && times.usableMs !== undefined) stop.abort();
  };
  await check(input, { system, version: '0.0.0', onEvent }, stop.signal);
  const { mergedMs, usableMs } = times;
  if (mergedMs === undefined || usableMs === undefined)
    throw new Error('nothing was listed, or nothing works');
  return { mergedMs, usableMs };
}

function settingsOf(host: string): string {
  return `<clientConfig version="1.1"><emailProvider id="x"><displayName>x</displayName><outgoingServer type="smtp">
    <hostname>${host}</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username>
    </outgoingServer></emailProvider></clientConfig>`;
}
