import { hasNotBeenTried } from '../../shared/diagnose/acts/judge-act.ts';
import type { Act } from '../../shared/model/act.ts';
import { wrapText } from '../../shared/text/wrap.ts';
import { exitStatus } from './exit-status.ts';
import { safeText } from './safe-text.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 80;

/**
 * Contract, section 8: 0 accepted and, when it was waited for, arrived; 1 refused or not seen in time; 3 could not be tried. A mailbox that
 * was to be watched and then could not be looked into has shown nothing.
 */
export function actExitStatus(act: Act, isWaitedFor: boolean): number {
  if (hasNotBeenTried(act)) return exitStatus.inconclusive;
  // Seen in the mailbox counts, whatever the connection did before the server's word.
  if (act.arrival?.outcome === 'inbox' || act.arrival?.outcome === 'junk') return exitStatus.ok;
  if (act.outcome !== 'ok') return exitStatus.nothingFound;
  const { outcome, reason } = act.arrival ?? {};
  const isUnseen = isWaitedFor && outcome === 'not-watched' && reason !== undefined;
  const isLost = outcome === 'bounced' || outcome === 'not-seen' || isUnseen;
  return isLost ? exitStatus.nothingFound : exitStatus.ok;
}

/** The findings of one act for a terminal of so many columns. */
export function renderAct({ findings }: Act, columns: number): string {
  const lines = findings.flatMap(({ headline, detail, advice }) => [
    ...indented(headline, '', columns),
    ...(detail === '' ? [] : indented(detail, '  ', columns)),
    ...advice.flatMap((one) => indented(one, '  - ', columns)),
    '',
  ]);
  return lines.join('\n');
}

/** A text that begins so; its other lines stand below its first word. */
function indented(text: string, beginning: string, columns: number): string[] {
  const width = Math.min(columns, widest) - beginning.length;
  return wrapText(safeText(text), width).map(
    (line, index) => `${index === 0 ? beginning : ' '.repeat(beginning.length)}${line}`,
  );
}
