import { hasNotBeenTried } from '../../shared/diagnose/acts/judge-act.ts';
import type { Act } from '../../shared/model/act.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import { exitStatus } from './exit-status.ts';
import { safeText } from './safe-text.ts';

/** Contract, section 8: 0 accepted and, when it was waited for, arrived; 1 refused or not seen in time; 3 could not be tried. */
export function actExitStatus(act: Act): number {
  if (hasNotBeenTried(act)) return exitStatus.inconclusive;
  if (act.outcome !== 'ok') return exitStatus.nothingFound;
  const isLost = act.arrival?.outcome === 'bounced' || act.arrival?.outcome === 'not-seen';
  return isLost ? exitStatus.nothingFound : exitStatus.ok;
}

/** The findings of one act for a terminal of so many columns. */
export function renderAct({ findings }: Act, columns: number): string {
  const blocks = findings.map(({ headline, detail, advice }) => [
    headline,
    ...(detail === '' ? [] : [`  ${detail}`]),
    ...advice.map((one) => `  - ${one}`),
  ]);
  const lines = blocks.flatMap((block) => [
    ...block.flatMap((line) => wrapText(safeText(line), columns)),
    '',
  ]);
  return `${lines.join('\n')}`;
}
