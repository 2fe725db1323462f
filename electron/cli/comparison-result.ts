import type { Comparison, Fate } from '../../shared/compare/comparison.ts';
import { partiesSaid } from '../../shared/compare/words.ts';
import { inUtc } from '../../shared/letter/attempts.ts';
import type { Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

type Page = { readonly columns: number; readonly paint: Paint };

const widest = 80;
/** What fits on one screen beside the words; `--json` has all. */
const mostDifferences = 12;

/** The two reports that are compared, in the reader's language. */
export type ReportsCompared = { readonly older: Report; readonly newer: Report };

/** A comparison for a person: what follows, who is cleared and who is left, what fared differently, and what each check found. */
export function renderComparison(
  comparison: Comparison,
  reports: ReportsCompared,
  { columns, paint }: Page,
): string {
  const width = Math.min(columns, widest);
  const lines = (text: string): readonly string[] => wrapText(safeText(text), width);
  const [first, ...others] = comparison.findings;
  const colour = first?.severity === 'problem' ? paint.bad : paint.good;
  const parts = [
    [...lines(first?.headline ?? '').map((line) => paint.bold(colour(line))), ...lines(first?.detail ?? '')],
    partyLines(comparison).flatMap(lines),
    (first?.advice ?? []).flatMap((one) =>
      wrapText(safeText(one), width - 4).map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`),
    ),
    others.flatMap(({ headline }) => lines(headline)),
    differenceLines(comparison),
    runLines(reports)
      .flatMap(lines)
      .map((line) => paint.dim(line)),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n')}`;
}

function partyLines(comparison: Comparison): string[] {
  const { cleared, left } = partiesSaid(comparison, say);
  return [cleared, left].filter((line) => line !== null);
}

function differenceLines({ differences }: Comparison): string[] {
  if (differences.length === 0) return [];
  return [
    say('cli.compare.differences'),
    ...differences.slice(0, mostDifferences).map(({ host, port, security, older, newer }) => {
      const values = {
        host,
        port,
        security: say(`cli.security.${security}`),
        older: fate(older),
        newer: fate(newer),
      };
      return `  ${safeText(say('cli.compare.difference', values))}`;
    }),
  ];
}

function fate({ outcome, stage, doubted }: Fate): string {
  if (doubted) return say('cli.outcome.ok-untrusted');
  if (outcome === 'ok') return say('cli.compare.works');
  return say('cli.compare.failed', {
    outcome: say(`cli.outcome.${outcome}`),
    stage: say(`cli.stage.${stage}`),
  });
}

function runLines(reports: ReportsCompared): string[] {
  return (['older', 'newer'] as const).map((which) => {
    const { startedAt, verdict } = reports[which];
    return say('cli.compare.run', { which, when: inUtc(Date.parse(startedAt)), verdict: verdict.headline });
  });
}
