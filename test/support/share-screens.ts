import { said } from '../../shared/text/said.ts';
import { fakeBackend } from './fake-backend.ts';
import { clearReport, hostileReport, practiceReport } from './sample-reports.ts';
import type { ScreenState } from './screens.ts';
import { atHome } from './second-look-screens.ts';

/** The screen for somebody else. */
export const shareStates: readonly ScreenState[] = [
  {
    name: 'share-letter',
    saved: { step: 'share', report: atHome, checkId: 'check-1' },
    heading: said('sharing.title'),
    later: said('letter.greeting'),
  },
  {
    name: 'share-sheet',
    saved: { step: 'share', report: clearReport, checkId: 'check-1' },
    backend: () => fakeBackend({ app: { isDesktop: true } }),
    heading: said('sharing.title'),
    later: said('sheet.attempts'),
  },
  {
    name: 'share-hostile',
    saved: { step: 'share', report: hostileReport, checkId: 'check-1' },
    heading: said('sharing.title'),
    later: said('sharing.text'),
  },
  {
    name: 'share-practice',
    saved: { step: 'share', report: practiceReport, checkId: 'check-1' },
    heading: said('sharing.title'),
    later: said('letter.practice'),
  },
];
