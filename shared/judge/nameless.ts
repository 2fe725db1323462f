import type { Server } from '../model/check.ts';
import type { Report } from '../model/report.ts';

/** Without user names, and without the words that older masked reports have in their place: they are nobody's, and would be typed in or sent as they are. */
export function nameless(report: Report): Report {
  const { recommendation: found } = report;
  if (found === null) return report;
  const bare = (server: Server): Server => ({ ...server, username: '' });
  const { outgoing, incoming, alternatives } = found;
  return {
    ...report,
    recommendation: {
      ...found,
      outgoing: bare(outgoing),
      incoming: incoming && bare(incoming),
      alternatives: alternatives.map(bare),
    },
  };
}
