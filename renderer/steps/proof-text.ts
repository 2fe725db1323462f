import type { Observation } from '../../shared/model/observation.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { endWords } from '../picture/words.ts';
import { endpointName, locale } from './format.ts';

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

/** When an attempt began, to the second, by this computer's clock or by that of UTC; empty where the report's own time cannot be read. */
export function clockOf(
  { startedAt }: Report,
  { startedMs }: Pick<Observation, 'startedMs'>,
  isUtc: boolean,
): string {
  const utc = utcOf(startedAt, startedMs).slice(11);
  if (utc === '') return '';
  if (isUtc) return say('wizard.clock.utc', { time: utc });
  return new Date(Date.parse(startedAt) + startedMs).toLocaleTimeString(locale(), {
    timeStyle: 'medium',
  });
}

function utcOf(startedAt: string, afterMs: number): string {
  const date = new Date(Date.parse(startedAt) + afterMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}
