import type { StoreApi } from 'zustand/vanilla';
import type { WizardState } from './state.ts';

/** What a key does beside what every window's keys do. */
export type Shortcut = 'help' | 'share' | 'stop';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut that a key is. None is a letter alone, which speech input would press by accident (WCAG 2.1.4). */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Shortcut | null {
  if (altKey || shiftKey) return null;
  if (key === 'F1') return 'help';
  if (key === 'Escape') return 'stop';
  return key.toLowerCase() === 's' && ctrlKey !== metaKey ? 'share' : null;
}

/** Does what a shortcut says; false where it has nothing to do on this screen. */
export function doShortcut(shortcut: Shortcut, wizard: StoreApi<WizardState>): boolean {
  const { step, run, goTo, cancel } = wizard.getState();
  switch (shortcut) {
    case 'help':
      if (step === 'help') return false;
      goTo('help');
      return true;
    case 'share':
      if (run.report === null || step === 'share') return false;
      goTo('share');
      return true;
    case 'stop':
      if (step !== 'check' || run.phase !== 'running') return false;
      cancel();
      return true;
  }
}

/** Listens for as long as the window lives. What a dialog or a list does with its keys comes first. */
export function listenForShortcuts(
  wizard: StoreApi<WizardState>,
  place: Pick<Window, 'addEventListener'>,
): void {
  place.addEventListener('keydown', (event) => {
    const shortcut = event.defaultPrevented ? null : shortcutOf(event);
    const isInDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
    if (shortcut !== null && !isInDialog && doShortcut(shortcut, wizard)) event.preventDefault();
  });
}
