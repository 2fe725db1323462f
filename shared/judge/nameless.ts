import type { Server } from '../model/check.ts';
import type { Report } from '../model/report.ts';

/** Without user names, and without the words that older masked reports have in their place: they are nobody's, and would be typed in or sent as they are. */
export function nameless(report: Report): Report {
  const { recommendation: found, acts } = report;
  const told: Report = acts ? { ...report, acts: acts.map(({ user: _, ...act }) => act) } : report;
  if (found === null) return told;
  const bare = (server: Server): Server => ({ ...server, username: '' });
  const { outgoing, incoming, alternatives } = found;
  return {
    ...told,
    recommendation: {
      ...found,
      outgoing: bare(outgoing),
      incoming: incoming && bare(incoming),
      alternatives: alternatives.map(bare),
    },
  };
}
