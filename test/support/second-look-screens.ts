import type { KeptCheck } from '../../shared/contract/contract.ts';
import { reopened } from '../../shared/judge/reopen.ts';
import { fail, ok } from '../../shared/model/problem.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { said } from '../../shared/text/said.ts';
import { fakeBackend } from './fake-backend.ts';
import { blockedReport, clearReport, downReport, practiceReport } from './sample-reports.ts';
import type { ScreenState } from './screens.ts';

/** The blocked report as it was made at home, and what the same check finds over a phone's hotspot. */
export const atHome: Report = { ...blockedReport, network: { ipv4: '192.168.1.0/24' } };
export const overHotspot: Report = {
  ...clearReport,
  startedAt: '2026-11-27T23:58:10.000Z',
  network: { ipv4: '172.20.10.0/28' },
  input: blockedReport.input,
  observations: blockedReport.observations.map((seen) =>
    seen.id === 'out-25' ? { ...seen, outcome: 'ok', stage: 'done' } : seen,
  ),
};
const downToo: Report = { ...downReport, network: { ipv4: '172.20.10.0/28' }, input: blockedReport.input };

/** The fate of hosts whose names are as long as names can be. */
const longNames: Report = JSON.parse(
  JSON.stringify(atHome).replaceAll('mail.example.org', `${'long-label-without-end.'.repeat(9)}example.org`),
);

/** Checks as a list shows them: one with everything that somebody could put into a name. */
export const keptChecks: readonly KeptCheck[] = [
  {
    id: '20261128t101500z-0a1b2c',
    startedAt: '2026-11-28T10:15:00.000Z',
    subject: 'you@example.org',
    verdict: 'all-clear',
    headline: 'Everything is ready for your mail.',
    works: true,
  },
  {
    id: '20261127t234200z-5f0c2a',
    startedAt: '2026-11-27T23:42:00.000Z',
    subject: 'you@example.org',
    verdict: 'port-25-blocked',
    headline: blockedReport.verdict.headline,
    works: true,
  },
  {
    id: '20261126t080000z-ffffff',
    startedAt: 'some time',
    subject: `${'<b>bold</b>'.repeat(20)}@${'a'.repeat(60)}.example`,
    verdict: 'server-down',
    headline: '\u202eHeadline \ud800 with <script>alert(1)</script>',
    works: false,
  },
];

const reports: Readonly<Record<string, Report>> = {
  '20261128t101500z-0a1b2c': overHotspot,
  '20261127t234200z-5f0c2a': atHome,
};

/** Their list as whoever speaks another language has it: each verdict that is known is said anew. */
function keptInSpoken(): KeptCheck[] {
  return keptChecks.map((one) => {
    const report = reports[one.id];
    const anew = report && say.language !== 'en' ? reopened(report, say) : null;
    return anew?.ok ? { ...one, headline: anew.value.report.verdict.headline } : one;
  });
}

/** So many checks, one every seven hours. */
function manyKept(count: number): KeptCheck[] {
  const [newest] = keptChecks;
  if (!newest) throw new Error('there is no check to make many of');
  return Array.from({ length: count }, (_, at) => ({
    ...newest,
    id: `20261128t101500z-${at.toString(16).padStart(6, '0')}`,
    startedAt: new Date(Date.parse(newest.startedAt) - at * 7 * 3_600_000).toISOString(),
  }));
}

/** A backend that keeps these checks, and forgets them; `count`: so many, where it is another number. */
export function backendWithHistory(count?: number) {
  let checks = count === undefined ? keptInSpoken() : manyKept(count);
  let isKept = true;
  return fakeBackend({
    history: {
      'history.list': async () => ok({ checks, isKept }),
      'history.open': async ({ id }) => {
        const report = reports[id];
        return report ? ok({ report }) : fail('id', said('history.unknown', { id }), 'not-found');
      },
      'history.forget': async ({ id }) => {
        const before = checks.length;
        checks = checks.filter((one) => id !== 'all' && one.id !== id);
        return ok({ forgotten: before - checks.length });
      },
      'history.set': async (wanted) => {
        isKept = wanted.isKept;
        return ok({});
      },
    },
  });
}

const compared = (before: Report, report: Report) => ({
  step: 'comparison' as const,
  before,
  report,
  checkId: 'check-1',
  otherNetwork: 'seen' as const,
});

/** The screens of a second look, and of earlier checks. */
export const secondLookStates: readonly ScreenState[] = [
  {
    name: 'other-network',
    saved: { step: 'other-network', report: atHome, checkId: 'check-1' },
    heading: said('again.title'),
    later: said('again.where.here'),
  },
  {
    name: 'other-network-away',
    saved: { step: 'other-network', report: atHome, checkId: 'check-1' },
    backend: () =>
      fakeBackend({
        otherNetwork: async (_than, emit) => {
          emit({ where: 'away' });
          return new Promise(() => undefined);
        },
      }),
    heading: said('again.title'),
    later: said('again.where.away'),
  },
  {
    name: 'other-network-practice',
    saved: { step: 'other-network', report: practiceReport, checkId: 'check-1' },
    heading: said('again.title'),
    later: said('again.practice.go'),
  },
  {
    name: 'comparison-network',
    saved: compared(atHome, overHotspot),
    heading: said('compare.network-to-blame.headline', { which: 'older' }),
  },
  {
    name: 'comparison-server',
    saved: compared(
      { ...downReport, network: { ipv4: '192.168.1.0/24' } },
      { ...downToo, input: downReport.input },
    ),
    heading: said('compare.server-to-blame.headline'),
  },
  {
    name: 'comparison-long-names',
    saved: compared(longNames, { ...overHotspot, input: longNames.input }),
    heading: '',
    later: said('again.newer'),
  },
  {
    name: 'comparison-nothing-in-common',
    saved: compared(atHome, {
      ...downReport,
      input: { domain: 'example.net' },
      observations: [],
      network: { ipv6: '2001:db8::/64' },
    }),
    heading: '',
    later: said('again.newer'),
  },
  {
    name: 'earlier',
    saved: { step: 'earlier' },
    backend: () => backendWithHistory(),
    heading: said('earlier.title'),
    later: said('earlier.works'),
  },
  {
    name: 'earlier-none',
    saved: { step: 'earlier' },
    heading: said('earlier.title'),
    later: said('earlier.none'),
  },
  {
    name: 'earlier-choose-two',
    saved: { step: 'earlier' },
    backend: backendWithHistory,
    press: [said('earlier.compare')],
    heading: said('earlier.title'),
    later: said('earlier.choose-two'),
  },
  {
    name: 'earlier-forget-all',
    saved: { step: 'earlier' },
    backend: backendWithHistory,
    press: [said('earlier.forget-all')],
    heading: said('earlier.title'),
    later: said('earlier.forget-all.text', { count: keptChecks.length }),
  },
];
