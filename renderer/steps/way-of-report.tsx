import { attemptsFromObservations } from '../../shared/ledger/attempts.ts';
import type { Report } from '../../shared/model/report.ts';
import { hasClicksToo, leadsToSettings, nextAction } from './next-action.ts';
import { Way } from './way.tsx';

/** Whether there is a way to draw: some server of the person's was asked. */
export function hasWay({ observations }: Report): boolean {
  return observations.some(({ role }) => role === 'outgoing' || role === 'incoming');
}

/** The way of a check that has ended. "Use this" stands only where the verdict says so too. */
export function WayOfReport({ report }: { readonly report: Report }) {
  const { verdict, recommendation, observations, input } = report;
  const isToUse = leadsToSettings(nextAction(report)) || hasClicksToo(report);
  return (
    <Way
      attempts={attemptsFromObservations(observations)}
      verdict={verdict}
      marked={{ mine: input.current, use: isToUse ? recommendation?.outgoing : null }}
      phase={report.interrupted ? 'interrupted' : 'ended'}
    />
  );
}
