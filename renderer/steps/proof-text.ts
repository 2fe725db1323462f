import type { Observation } from '../../shared/model/observation.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { endWords } from '../picture/words.ts';
import { endpointName } from './format.ts';

/** The verdict and its proof as a text for a message or a ticket; every attempt in UTC to the second, so that it is found in logs. */
export function proofText(report: Report): string {
  const { verdict, observations, startedAt } = report;
  const proof = observations.filter(({ id }) => verdict.evidence.includes(id));
  const when = utcOf(startedAt, 0);
  return [
    verdict.headline,
    verdict.detail,
    '',
    ...proof.map((seen) =>
      say('wizard.proof.line', {
        time: utcOf(startedAt, seen.startedMs).slice(11),
        host: seen.host,
        address: seen.address ?? say('wizard.proof.no-address'),
        endpoint: endpointName(seen),
        outcome: endWords(seen),
      }),
    ),
    '',
    say('wizard.proof.made', { when }),
    '',
  ].join('\n');
}

/** When an attempt began, by the clock of UTC: "23:42:07"; empty where the report's own time cannot be read. */
export function clockOf({ startedAt }: Report, { startedMs }: Pick<Observation, 'startedMs'>): string {
  return utcOf(startedAt, startedMs).slice(11);
}

function utcOf(startedAt: string, afterMs: number): string {
  const date = new Date(Date.parse(startedAt) + afterMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}
