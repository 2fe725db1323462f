import { worded } from '../diagnose/worded.ts';
import type { Confidence } from '../model/finding.ts';
import type { Observation } from '../model/observation.ts';
import { type Plain, type Said, said } from '../text/said.ts';
import type { Say } from '../text/words.ts';
import { type Compared, type Comparison, comparisonSchema, type Party } from './comparison.ts';

/** One of the two checks. */
export type Which = 'older' | 'newer';

/** So many endpoints are named in a sentence. */
const mostNamed = 4;

/** The endpoints of a sentence: "mail.example.org on ports 25 and 587", one host after the other. */
export function endpointsSaid(tried: readonly Pick<Observation, 'host' | 'port'>[]): Said {
  const byHost = new Map<string, Set<number>>();
  for (const { host, port } of tried) byHost.set(host, (byHost.get(host) ?? new Set()).add(port));
  const named: Plain[] = [...byHost]
    .slice(0, mostNamed)
    .map(([host, ports]) =>
      said('compare.endpoint', { host: host.slice(0, 80), ports: [...ports].slice(0, 6), count: ports.size }),
    );
  return named.length === 0 ? said('compare.endpoints.none') : said('compare.endpoints', { list: named });
}

/** A comparison in words. Throws when a message or value is missing, a bug of ours. */
export function comparisonIn(compared: Compared, say: Say): Comparison {
  return {
    schema: comparisonSchema,
    language: say.language,
    ...compared,
    findings: compared.findings.map((finding) => {
      const { words, ...rest } = worded(finding, say);
      return { ...rest, words: words ?? finding.words };
    }),
  };
}

/** Who is not the cause and who is, as sure of it as the title above; null where nobody is named. */
export function partiesSaid({ findings: [first], cleared, left }: Comparison, say: Say) {
  const named = (parties: readonly Party[]): string[] => parties.map((one) => say(`compare.party.${one}`));
  const accused = { parties: [{ anyOf: named(left) }] };
  return {
    cleared: cleared.length > 0 ? say('compare.cleared', { parties: named(cleared) }) : null,
    left: left.length > 0 ? say(accusation(first?.confidence, left.length), accused) : null,
  };
}

function accusation(confidence: Confidence | undefined, count: number) {
  if (count > 1 || confidence === 'possible') return 'compare.left';
  return confidence === 'certain' ? 'compare.cause' : 'compare.cause.likely';
}
