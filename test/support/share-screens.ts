import { fakeBackend } from './fake-backend.ts';
import { clearReport, hostileReport, practiceReport } from './sample-reports.ts';
import type { ScreenState } from './screens.ts';
import { atHome } from './second-look-screens.ts';

/** The screen for somebody else. */
export const shareStates: readonly ScreenState[] = [
  {
    name: 'share-letter',
    saved: { step: 'share', report: atHome, checkId: 'check-1' },
    heading: /Tell somebody else/,
    later: 'Dear support team',
  },
  {
    name: 'share-sheet',
    saved: { step: 'share', report: clearReport, checkId: 'check-1' },
    backend: () => fakeBackend({ app: { isDesktop: true } }),
    heading: /Tell somebody else/,
    later: 'What was tried',
  },
  {
    name: 'share-hostile',
    saved: { step: 'share', report: hostileReport, checkId: 'check-1' },
    heading: /Tell somebody else/,
    later: 'The text',
  },
  {
    name: 'share-practice',
    saved: { step: 'share', report: practiceReport, checkId: 'check-1' },
    heading: /Tell somebody else/,
    later: 'Practice: this letter',
  },
];
